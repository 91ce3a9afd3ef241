package io.claviger.policy.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PolicyPrinterTest {

  @Test
  void thePrintedFormIsCanonical() {
    String text =
        """
        { "Statement": {
            "Resource": ["*"], "Action": ["s3:Get*", "s3:List*"], "Effect": "Allow",
            "Principal": {"AWS": ["123456789012"]}, "Sid": "a b",
            "Condition": {"Bool": {"aws:SecureTransport": true}, "Null": {"a:b": [], "a:c": "x"}}},
          "Id": "\\"\\u00e9" }
        """;

    assertEquals(
        """
        {"Version":"2008-10-17","Id":"\\"é","Statement":[{"Sid":"a b","Effect":"Allow",\
        "Principal":{"AWS":"123456789012"},"Action":["s3:Get*","s3:List*"],"Resource":"*",\
        "Condition":{"Bool":{"aws:SecureTransport":"true"},"Null":{"a:b":[],"a:c":"x"}}}]}\
        """,
        PolicyPrinter.print(read(text)));
  }

  @Test
  void everyoneIsPrintedAsTheLoneAsteriskAndTheMapAsAMap() {
    String everyone =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotPrincipal":"*",\
        "NotAction":"s3:*","NotResource":"*"}]}\
        """;
    String map = everyone.replace("\"NotPrincipal\":\"*\"", "\"Principal\":{\"AWS\":\"*\"}");

    assertEquals(everyone, PolicyPrinter.print(read(everyone)));
    assertEquals(map, PolicyPrinter.print(read(map)));
  }

  private static PolicyDocument read(String text) {
    ParsedPolicy parsed = PolicyParser.parse(text, PolicyKind.RESOURCE);
    return parsed.document().orElseThrow(() -> new AssertionError(parsed.findings()));
  }
}
