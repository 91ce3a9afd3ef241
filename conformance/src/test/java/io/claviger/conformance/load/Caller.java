package io.claviger.conformance.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes requests to IAM as bytes, signed with a caller's key: Signature Version 4 with as little
/// work as can be, since the load shares the machine with the server.
final class Caller {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String TYPE = "application/x-www-form-urlencoded; charset=utf-8";
  private static final String NAMES = "content-type;host;x-amz-date";

  private final String keyId;
  private final String host;
  private final String day;
  private final SecretKeySpec key;

  /// @param host with the port, as the header has it
  Caller(String keyId, String secret, String host) {
    this.keyId = keyId;
    this.host = host;
    day = stamp(Instant.now()).substring(0, 8);
    byte[] derived = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {day, "us-east-1", "iam", "aws4_request"}) {
      derived = hmac(new SecretKeySpec(derived, "HmacSHA256"), part);
    }
    key = new SecretKeySpec(derived, "HmacSHA256");
  }

  /// The whole request, good for a quarter of an hour.
  ///
  /// @param form encoded, without version: `Action=GetUser&UserName=ann`
  byte[] request(String form) {
    String body = form + "&Version=2010-05-08";
    String stamp = stamp(Instant.now());
    String scope = day + "/us-east-1/iam/aws4_request";
    String canonical =
        String.join(
            "\n",
            "POST",
            "/",
            "",
            "content-type:" + TYPE,
            "host:" + host,
            "x-amz-date:" + stamp,
            "",
            NAMES,
            sha256(body));
    String toSign = String.join("\n", ALGORITHM, stamp, scope, sha256(canonical));
    String request =
        """
        POST / HTTP/1.1\r
        Host: %s\r
        Content-Type: %s\r
        X-Amz-Date: %s\r
        Authorization: %s Credential=%s/%s, SignedHeaders=%s, Signature=%s\r
        Content-Length: %d\r
        \r
        %s\
        """
            .formatted(
                host,
                TYPE,
                stamp,
                ALGORITHM,
                keyId,
                scope,
                NAMES,
                HexFormat.of().formatHex(hmac(key, toSign)),
                body.length(),
                body);
    return request.getBytes(StandardCharsets.US_ASCII);
  }

  private static String stamp(Instant time) {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
        .format(time.atOffset(ZoneOffset.UTC));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
