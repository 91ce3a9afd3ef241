package io.claviger.server;

import io.claviger.service.iam.delegation.Partner;
import io.claviger.service.iam.delegation.Partners;
import io.claviger.service.iam.delegation.PolicyTemplate;
import java.util.Map;
import java.util.Optional;

/// Partners for tests.
public final class TestPartners {

  /// The ARN of a template with the place `@{bucketName}`.
  public static final String TEMPLATE =
      "arn:aws:iam::partner:delegation-template/acme.example/Bucket";

  /// Every account is a partner's.
  public static final Partners EVERYBODY =
      account ->
          Optional.of(
              new Partner(
                  account, "Acme", "acme.example", Map.of("Bucket", PolicyTemplate.parse(text()))));

  private TestPartners() {}

  static String text() {
    return """
    {"Version":"2012-10-17","Statement":[
     {"Effect":"Allow","Action":["iam:ListUsers","iam:CreateUser"],"Resource":"*"},
     {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::@{bucketName}/*"}]}\
    """;
  }
}
