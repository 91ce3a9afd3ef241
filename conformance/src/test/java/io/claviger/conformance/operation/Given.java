package io.claviger.conformance.operation;

import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestMetadata;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.Tag;

/// What tests make before what they are about, and the texts they send.
final class Given {

  static final String PASSWORD = "Old-Passw0rd!";
  static final String DOCUMENT = allowing("s3:ListBucket");
  static final List<Tag> TAGS = List.of(tag("Team", "blue"));
  static final List<Tag> SAME_TAG_TWICE = List.of(tag("Team", "blue"), tag("team", "red"));
  static final List<Tag> FIFTY_TAGS =
      IntStream.range(0, 50).mapToObj(i -> tag("Key" + i, "value")).toList();

  /// Of nothing that there is.
  static final String NO_POLICY = "arn:aws:iam::aws:policy/NoSuchPolicy";

  static final String NO_POLICY_ARN = "arn:aws:s3:::bucket/policy";
  static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

  /// Only service-linked roles may have it.
  static final String ECS_SERVICE_POLICY =
      "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy";

  static final String SERVICE_LINKED_ROLE = "AWSServiceRoleForECS";

  /// Valid whenever tests run.
  static final TestCertificates.Issued CERTIFICATE = certificate("www");

  /// A SAML provider's metadata.
  static final String METADATA =
      TestMetadata.of("http://idp.example.com")
          .signing(TestCertificate.selfSigned("idp.example.com"))
          .document();

  static final String THUMBPRINT = "990f4193972f2becf12ddeda5237f9c952f20d9e";

  private Given() {}

  static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  static String allowing(String action) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"%s","Resource":"*"}]}\
    """
        .formatted(action);
  }

  /// A policy of about so many characters, white space not counted.
  static String documentOf(int characters) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::%s"}]}\
    """
        .formatted("x".repeat(characters - 91));
  }

  /// A trust policy for all of the account, as far as its own policies allow it.
  static String trusting(Tenant t) {
    return trust("AWS", t.arn("root"));
  }

  /// A trust policy.
  ///
  /// @param kind of principal: `AWS`
  static String trust(String kind, String principal) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"%s":"%s"},
     "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}]}\
    """
        .formatted(kind, principal);
  }

  static void user(Tenant t, String name) {
    t.iam().createUser(in -> in.userName(name));
  }

  static AccessKey accessKey(Tenant t, String user) {
    return t.iam().createAccessKey(in -> in.userName(user)).accessKey();
  }

  static void group(Tenant t, String name) {
    t.iam().createGroup(in -> in.groupName(name));
  }

  static void role(Tenant t, String name) {
    t.iam().createRole(in -> in.roleName(name).assumeRolePolicyDocument(trusting(t)));
  }

  static void serviceLinkedRole(Tenant t) {
    t.iam().createServiceLinkedRole(in -> in.awsServiceName("ecs.amazonaws.com"));
  }

  static void profile(Tenant t, String name) {
    t.iam().createInstanceProfile(in -> in.instanceProfileName(name));
  }

  /// A new policy, whose ARN this is.
  static String policy(Tenant t, String name) {
    return t.iam().createPolicy(in -> in.policyName(name).policyDocument(DOCUMENT)).policy().arn();
  }

  /// A self-signed certificate of a new RSA key, valid whenever tests run.
  static TestCertificates.Issued certificate(String name) {
    return certificate(name, TestCertificates.keys("RSA", 1_024));
  }

  /// A self-signed certificate, valid whenever tests run.
  static TestCertificates.Issued certificate(String name, KeyPair keys) {
    return new TestCertificates(Instant.EPOCH)
        .selfSigned(name, keys, Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"));
  }

  /// Text that no compression makes small.
  static String random(int seed) {
    return new java.util.Random(seed)
        .ints(250, 0, 62)
        .mapToObj(
            i -> String.valueOf((char) (i < 26 ? 'A' + i : i < 52 ? 'a' + i - 26 : '0' + i - 52)))
        .collect(java.util.stream.Collectors.joining());
  }
}
