package io.claviger.testkit;

/// The policy template of a partner in tests, `Bucket` of `acme.example`: it asks for three actions
/// on everything, and for `s3:PutObject` in a bucket that the request names.
public final class BucketTemplate {

  /// The partner's domain.
  public static final String DOMAIN = "acme.example";

  public static final String NAME = "Bucket";

  public static final String ARN =
      "arn:aws:iam::partner:delegation-template/" + DOMAIN + '/' + NAME;

  /// Its only place.
  public static final String PARAMETER = "bucketName";

  private BucketTemplate() {}

  /// The template, a policy with a place.
  public static String text() {
    return """
    {"Version":"2012-10-17","Statement":[
     {"Effect":"Allow","Action":["s3:GetObject","iam:ListUsers","iam:CreateGroup"],"Resource":"*"},
     {"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::@{%s}/*"}]}\
    """
        .formatted(PARAMETER);
  }
}
