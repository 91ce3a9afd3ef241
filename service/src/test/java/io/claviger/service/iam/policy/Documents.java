package io.claviger.service.iam.policy;

/// Policy documents to test with.
final class Documents {

  static final String READ = allowing("s3:GetObject");

  static final String EC2_TRUST =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow",
      "Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}
      """
          .strip();

  private Documents() {}

  static String allowing(String action) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
        + action
        + "\",\"Resource\":\"*\"}}";
  }

  /// A document of exactly this many characters, white space not counted.
  static String ofSize(int characters) {
    String empty = allowing("s3:");
    return allowing("s3:" + "a".repeat(characters - empty.length()));
  }
}
