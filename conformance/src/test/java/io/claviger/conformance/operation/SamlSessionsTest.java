package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.testkit.TestAssertion;
import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestMetadata;
import io.claviger.testkit.XmlSigner;
import java.security.KeyPair;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.IdpRejectedClaimException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;

/// Sessions by assertions that a provider has really signed.
class SamlSessionsTest implements OperationFamily {

  private static final String ISSUER = "https://idp.example.com/";
  private static final KeyPair KEYS = TestCertificates.keys("RSA", 2_048);

  @Test
  @Success("AssumeRoleWithSAML")
  void assertionIsExchanged(Tenant t) {
    AssumeRoleWithSamlResponse made = assume(t, bob(t), UnaryOperator.identity(), null);
    assertEquals("bob", made.subject());
    assertEquals("persistent", made.subjectType());
    assertEquals(ISSUER, made.issuer());
    assertEquals(TestAssertion.SIGN_IN, made.audience());
    String arn = "arn:aws:sts::" + t.account() + ":assumed-role/app/bob@example.com";
    assertEquals(arn, made.assumedRoleUser().arn());
    assertEquals(arn, t.sts(Tenant.credentials(made.credentials())).getCallerIdentity().arn());
  }

  private static TestAssertion bob(Tenant t) {
    return TestAssertion.of(ISSUER, t.now().truncatedTo(ChronoUnit.SECONDS))
        .aws("Role", t.arn("role/app") + "," + t.arn("saml-provider/idp"))
        .aws("RoleSessionName", "bob@example.com");
  }

  /// Makes the provider and the role, and calls.
  ///
  /// @param spoil changes the response before it is signed
  private static AssumeRoleWithSamlResponse assume(
      Tenant t, TestAssertion assertion, UnaryOperator<String> spoil, @Nullable String policy) {
    String metadata = TestMetadata.of(ISSUER).signing(TestCertificate.of("idp", KEYS)).document();
    t.iam().createSAMLProvider(in -> in.name("idp").samlMetadataDocument(metadata));
    String trust =
        Given.trust("Federated", t.arn("saml-provider/idp"))
            .replace("sts:AssumeRole\"", "sts:AssumeRoleWithSAML\"");
    t.iam().createRole(in -> in.roleName("app").assumeRolePolicyDocument(trust));
    String response =
        TestAssertion.base64(XmlSigner.with(KEYS).sign(spoil.apply(assertion.xml()), "Response"));
    return t.sts()
        .assumeRoleWithSAML(in ->
            in.roleArn(t.arn("role/app"))
                .principalArn(t.arn("saml-provider/idp"))
                .samlAssertion(response)
                .policy(policy));
  }

  private static TestAssertion withManyTags(TestAssertion assertion) {
    SessionsTest.MANY_TAGS.forEach(tag -> assertion.aws("PrincipalTag:" + tag.key(), tag.value()));
    return assertion;
  }

  @Override
  public List<Refusal> refusals() {
    String operation = "AssumeRoleWithSAML";
    return List.of(
        Refusal.of(
            operation,
            MalformedPolicyDocumentException.class,
            t -> assume(t, bob(t), UnaryOperator.identity(), "[]")),
        Refusal.of(
            operation,
            PackedPolicyTooLargeException.class,
            t -> assume(t, withManyTags(bob(t)), UnaryOperator.identity(), null)),
        Refusal.of(
            operation,
            IdpRejectedClaimException.class,
            t -> assume(t, bob(t), xml -> xml.replace("status:Success", "status:Responder"), null)),
        Refusal.of(
            operation,
            InvalidIdentityTokenException.class,
            t -> assume(t, bob(t), xml -> xml.replace("saml:Audience>", "saml:Other>"), null)),
        Refusal.of(
            operation,
            ExpiredTokenException.class,
            t -> {
              TestAssertion assertion = bob(t);
              t.pass(Duration.ofMinutes(6));
              assume(t, assertion, UnaryOperator.identity(), null);
            }));
  }
}
