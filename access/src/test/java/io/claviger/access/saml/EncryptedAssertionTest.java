package io.claviger.access.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.claviger.account.SamlProvider;
import io.claviger.account.SamlProvider.Encryption;
import io.claviger.account.Secrets;
import io.claviger.testkit.TestAssertion;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.XmlEncrypter;
import io.claviger.testkit.XmlSigner;
import io.claviger.wire.ServiceError;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

class EncryptedAssertionTest {

  private static final String OWN_ADDRESS = "https://signin.aws.amazon.com/saml/acs/" + Provider.ID;
  private static final SamlProvider ALLOWED = Provider.encrypting(Encryption.ALLOWED);
  private static final SamlProvider REQUIRED = Provider.encrypting(Encryption.REQUIRED);

  private static XmlEncrypter encrypter() {
    return XmlEncrypter.with(Provider.SERVICE.getPublic());
  }

  private static String bob() {
    return Provider.bob().address(OWN_ADDRESS).xml();
  }

  private static String subject(String xml, SamlProvider provider) {
    return Provider.verify(xml, provider, Provider.NOW).subject();
  }

  private static void assertUniform(String xml, SamlProvider provider) {
    ServiceError refused = Provider.refusal(xml, provider, Provider.NOW);
    assertEquals("InvalidIdentityToken", refused.code());
    assertEquals("Response signature invalid", refused.message());
  }

  @Test
  void assertionSignedBeforeOrAfterEncryptionIsRead() {
    String signedFirst = encrypter().encrypt(Provider.signed(bob()));
    assertEquals("bob", subject(signedFirst, ALLOWED));
    assertEquals("bob", subject(signedFirst, REQUIRED));
    String signedLast = Provider.signer().sign(encrypter().encrypt(bob()), "Response");
    assertEquals("bob", subject(signedLast, REQUIRED));
    assertEquals("bob", subject(Provider.signer().sign(signedFirst, "Response"), REQUIRED));
  }

  @Test
  void keysStaySealedWhereNothingIsEncrypted() {
    String plain = TestAssertion.base64(Provider.signed(bob()));
    Secrets sealed = (_, name) -> fail("Nobody needs " + name);
    assertEquals("bob", Provider.verifyEncoded(plain, ALLOWED, Provider.NOW, sealed).subject());
  }

  @Test
  void plainAssertionIsRefusedWhereEncryptionIsRequired() {
    String plain = Provider.signed(bob());
    assertEquals("bob", subject(plain, ALLOWED));
    assertEquals("bob", subject(plain, Provider.encrypting(null)));
    assertEquals(
        "Assertion must be encrypted for the specified provider",
        Provider.refusal(plain, REQUIRED, Provider.NOW).message());
  }

  @Test
  void addressMustBeTheProvidersOwnWhereEncryptionIsRequired() {
    String general = encrypter().encrypt(Provider.signed(Provider.bob().xml()));
    assertEquals("bob", subject(general, ALLOWED));
    assertEquals("InvalidIdentityToken", Provider.refusal(general, REQUIRED, Provider.NOW).code());
  }

  @Test
  void Abuse_082_encryptedIsNotSigned() {
    assertUniform(encrypter().encrypt(bob()), ALLOWED);
    KeyPair own = TestCertificates.keys("RSA", 2048);
    assertUniform(encrypter().encrypt(XmlSigner.with(own).sign(bob(), "Assertion")), ALLOWED);
  }

  @Test
  void Abuse_082_secondAssertionBesideTheEncryptedOneIsRefused() {
    String encrypted = encrypter().encrypt(Provider.signed(bob()));
    String evil = bob().substring(bob().indexOf("<saml:Assertion"), bob().indexOf("</samlp:Resp"));
    ServiceError refused =
        Provider.refusal(
            encrypted.replace("<saml:EncryptedAssertion>", evil + "<saml:EncryptedAssertion>"),
            ALLOWED,
            Provider.NOW);
    assertEquals("InvalidIdentityToken", refused.code());
  }

  @Test
  void Abuse_082_ciphertextThatCouldBeAlteredIsTakenOnlyUnderASignature() {
    XmlEncrypter cbc = new XmlEncrypter(Provider.SERVICE.getPublic(), false, true);
    assertUniform(cbc.encrypt(Provider.signed(bob())), ALLOWED);
    assertEquals(
        "bob",
        subject(Provider.signer().sign(cbc.encrypt(Provider.signed(bob())), "Response"), ALLOWED));
  }

  @Test
  void Abuse_082_olderPaddingIsNotTaken() {
    XmlEncrypter old = new XmlEncrypter(Provider.SERVICE.getPublic(), true, false);
    assertUniform(old.encrypt(Provider.signed(bob())), ALLOWED);
  }

  @Test
  void Abuse_082_allFailuresLookTheSame() {
    String good = encrypter().encrypt(Provider.signed(bob()));
    assertUniform(good, Provider.entity());
    KeyPair other = TestCertificates.keys("RSA", 2048);
    assertUniform(XmlEncrypter.with(other.getPublic()).encrypt(Provider.signed(bob())), ALLOWED);
    int last = good.lastIndexOf("</xenc:CipherValue>");
    String altered = good.substring(0, last - 8) + "AAAAAAA=" + good.substring(last);
    assertUniform(altered, ALLOWED);
    assertUniform(good.replace("aes256-gcm", "aes128-gcm"), ALLOWED);
    assertUniform(good.replace("aes256-gcm", "tripledes-cbc"), ALLOWED);
    assertUniform(
        good.replace("<xenc:CipherData>", "<xenc:CipherReference URI=\"http://127.0.0.1:1/\"/>")
            .replace("</xenc:CipherData>", ""),
        ALLOWED);
    assertUniform(
        encrypter().encrypt(Provider.signed(bob()).replace("</saml:Issuer><ds", "<ds")), ALLOWED);
  }
}
