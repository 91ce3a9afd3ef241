package io.claviger.cli.simulate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Answers made-up cases for nobody, so that the build sees what answering cases needs.
public final class CaseRehearsal {

  private static final int CASES = 20_000;

  private static final String[] CONDITIONS = {
    "\"StringEquals\":{\"aws:username\":\"ana\"}",
    "\"StringLike\":{\"aws:PrincipalTag/team\":[\"t*\",\"x\"]},\"Bool\":{\"aws:SecureTransport\":\"true\"}",
    "\"IpAddress\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"2001:db8::/32\"]}",
    "\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}",
    "\"NumericLessThanEquals\":{\"s3:max-keys\":\"10\"},\"Null\":{\"aws:TokenIssueTime\":\"true\"}",
    "\"ForAnyValue:StringEquals\":{\"aws:TagKeys\":[\"a\",\"b\"]}",
    "\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:user/*\"}",
  };

  private CaseRehearsal() {}

  /// Blocks until all are answered.
  public static void run(PrintWriter err) throws IOException, InterruptedException {
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < CASES; i++) {
      append(cases, i);
    }
    byte[] bytes = cases.toString().getBytes(StandardCharsets.UTF_8);
    try (CaseStream stream = new CaseStream(new ByteArrayInputStream(bytes), false, err, 2)) {
      stream.write(OutputStream.nullOutputStream());
    }
  }

  private static void append(StringBuilder cases, int i) {
    cases
        .append("{\"id\":\"")
        .append(i)
        .append("\",\"request\":{\"principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/ana\"},")
        .append("\"action\":\"s3:GetObject\",\"resource\":\"arn:aws:s3:::bucket-")
        .append(i)
        .append(
            "/key\",\"resourceAccount\":\"111122223333\",\"context\":{\"aws:username\":\"ana\",")
        .append("\"aws:SecureTransport\":\"true\",\"aws:TagKeys\":[\"a\"],")
        .append("\"aws:CurrentTime\":\"2026-01-01T00:00:00Z\",\"aws:SourceIp\":\"10.0.0.1\"}},")
        .append("\"policies\":{\"identity\":[");
    policy(cases, "", i);
    cases.append("],\"boundary\":[");
    policy(cases, "", i / 2);
    cases.append("],\"scps\":[{\"target\":\"r\",\"policies\":[");
    policy(cases, "", 0);
    cases.append("]}],\"resource\":");
    policy(cases, "\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/ana\"},", i);
    cases.append("}}\n");
  }

  private static void policy(StringBuilder cases, String principal, int i) {
    cases
        .append("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",")
        .append(principal)
        .append("\"Action\":[\"s3:Get*\",\"s3:PutObject\"],\"Resource\":[\"arn:aws:s3:::bucket-")
        .append(i)
        .append("/*\",\"arn:aws:s3:::${aws:username}/*\"]},{\"Effect\":\"Deny\",")
        .append(principal)
        .append("\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{")
        .append(CONDITIONS[i % CONDITIONS.length])
        .append("}}]}");
  }
}
