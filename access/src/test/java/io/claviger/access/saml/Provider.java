package io.claviger.access.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.account.Account;
import io.claviger.account.AccountSettings;
import io.claviger.account.Change;
import io.claviger.account.SamlProvider;
import io.claviger.account.Secrets;
import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import io.claviger.testkit.TestAssertion;
import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestMetadata;
import io.claviger.testkit.XmlSigner;
import io.claviger.wire.ServiceError;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An identity provider with the account that trusts it, and what it says of bob.
final class Provider {

  static final AccountId ACCOUNT = AccountId.of(111_122_223_333L);
  static final String ENTITY_ID = "https://idp.example.com/";
  static final String ID = "SAMLSPEXAMPLE";
  static final Instant NOW = Instant.parse("2030-05-06T07:08:09Z");
  static final String ROLE = "arn:aws:iam::111122223333:role/dev";
  static final String ARN = "arn:aws:iam::111122223333:saml-provider/corp";

  static final KeyPair RSA = TestCertificates.keys("RSA", 2048);
  static final KeyPair ELLIPTIC = TestCertificates.keys("EC", 256);
  static final KeyPair SERVICE = TestCertificates.keys("RSA", 2048);

  private Provider() {}

  static SamlProvider entity() {
    String metadata =
        TestMetadata.of(ENTITY_ID)
            .signing(TestCertificate.of("one", ELLIPTIC))
            .signing(TestCertificate.of("two", RSA))
            .document();
    return new SamlProvider(
        "corp", ID, NOW, Tags.NONE, metadata, NOW.plusSeconds(86_400), null, List.of());
  }

  static SamlProvider encrypting(SamlProvider.@Nullable Encryption mode) {
    return entity()
        .withEncryption(mode)
        .withPrivateKeys(List.of(new SamlProvider.PrivateKey("SAMLPKEXAMPLE", NOW)));
  }

  static TestAssertion bob() {
    return TestAssertion.of(ENTITY_ID, NOW)
        .aws("Role", ROLE + "," + ARN)
        .aws("RoleSessionName", "bob@example.com");
  }

  static XmlSigner signer() {
    return XmlSigner.with(RSA);
  }

  /// The response with its assertion signed.
  static String signed(String xml) {
    return signer().sign(xml, "Assertion");
  }

  static SamlAssertion verify(String xml) {
    return verify(xml, entity(), NOW);
  }

  static SamlAssertion verify(String xml, SamlProvider provider, Instant now) {
    return verifyEncoded(TestAssertion.base64(xml), provider, now);
  }

  static SamlAssertion verifyEncoded(String response, SamlProvider provider, Instant now) {
    return verifyEncoded(response, provider, now, secrets());
  }

  static SamlAssertion verifyEncoded(
      String response, SamlProvider provider, Instant now, Secrets secrets) {
    Account account =
        Account.empty(ACCOUNT).apply(Change.put(AccountSettings.initial(NOW), provider));
    return new SamlVerifier(secrets)
        .verify(account, new SamlVerifier.Presented(ARN, ROLE, response), now);
  }

  static ServiceError refusal(String xml) {
    return refusal(xml, entity(), NOW);
  }

  static ServiceError refusal(String xml, SamlProvider provider, Instant now) {
    return assertThrows(ServiceError.class, () -> verify(xml, provider, now));
  }

  /// That it is refused as not signed by the provider.
  static void assertUnsigned(String xml) {
    assertEquals(SamlErrors.signatureInvalid().message(), refusal(xml).message());
  }

  private static Secrets secrets() {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(SERVICE.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    return (_, name) ->
        name.id().equals("SAMLPKEXAMPLE") ? Optional.of(SecretText.of(pem)) : Optional.empty();
  }
}
