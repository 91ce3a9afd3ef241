package io.claviger.access.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.testkit.TestAssertion;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.XmlSigner;
import io.claviger.wire.ServiceError;
import java.security.KeyPair;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is signed, by whom, and that nothing else is read.
class SignatureAbuseTest {

  private static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

  private static final String EXCLUSIVE = transform(CanonicalizationMethod.EXCLUSIVE);
  private static final String ENVELOPED = transform(Transform.ENVELOPED);

  private static String bob() {
    return Provider.bob().xml();
  }

  /// Bob's signed assertion in a response of which the rest is not.
  private static String signed() {
    return Provider.signed(bob());
  }

  private static String assertionOf(String xml) {
    String end = "</saml:Assertion>";
    return xml.substring(xml.indexOf("<saml:Assertion "), xml.indexOf(end) + end.length());
  }

  private static String signatureOf(String xml) {
    String end = "</ds:Signature>";
    return xml.substring(xml.indexOf("<ds:Signature"), xml.indexOf(end) + end.length());
  }

  /// An assertion like the signed one, about root and with another id, unsigned.
  private static String evil() {
    return assertionOf(bob()).replace(">bob<", ">root<").replace("\"_a1\"", "\"_evil\"");
  }

  /// Puts something behind the start tag of the evil assertion.
  private static String evilWith(String inside) {
    return evil()
        .replace("</saml:Issuer><saml:Subject>", "</saml:Issuer>" + inside + "<saml:Subject>");
  }

  /// The eight known ways to wrap an assertion that is signed into one that isn't, those of a
  /// signed response, and relatives.
  static Stream<UnaryOperator<String>> wrappings() {
    return Stream.of(
        // XSW3: evil before the original
        xml -> xml.replace(assertionOf(xml), evil() + assertionOf(xml)),
        xml -> xml.replace(assertionOf(xml), assertionOf(xml) + evil()),
        // XSW4: the original within the evil one
        xml -> xml.replace(assertionOf(xml), evilWith(assertionOf(xml))),
        // XSW5: evil has the signature, the original follows without it
        xml ->
            xml.replace(
                assertionOf(xml),
                evilWith(signatureOf(xml)) + assertionOf(xml).replace(signatureOf(xml), "")),
        // XSW6: the original within the signature of the evil one
        xml ->
            xml.replace(
                assertionOf(xml),
                evilWith(
                    signatureOf(xml)
                        .replace(
                            "</ds:Signature>",
                            assertionOf(xml).replace(signatureOf(xml), "") + "</ds:Signature>"))),
        // XSW7: the original in extensions
        xml ->
            xml.replace(
                assertionOf(xml),
                "<samlp:Extensions>" + assertionOf(xml) + "</samlp:Extensions>" + evil()),
        // XSW8: the original in an object of the signature
        xml ->
            xml.replace(
                assertionOf(xml),
                evilWith(
                    signatureOf(xml)
                        .replace(
                            "</ds:Signature>",
                            "<ds:Object>"
                                + assertionOf(xml).replace(signatureOf(xml), "")
                                + "</ds:Object></ds:Signature>"))),
        // the same id twice
        xml ->
            xml.replace(
                assertionOf(xml),
                evilWith(signatureOf(xml)).replace("\"_evil\"", "\"_a1\"")
                    + "<samlp:Extensions>"
                    + assertionOf(xml)
                    + "</samlp:Extensions>"),
        xml -> xml.replace("</samlp:Response>", "<samlp:Extensions Id=\"_a1\"/></samlp:Response>"),
        // two signatures
        xml -> xml.replace(signatureOf(xml), signatureOf(xml) + signatureOf(xml)),
        // changed, after all
        xml -> xml.replace(">bob<", ">root<"),
        xml -> xml.replace("role/dev", "role/admin"));
  }

  @ParameterizedTest
  @MethodSource("wrappings")
  void Abuse_074_wrappedAssertionIsRefused(UnaryOperator<String> wrap) {
    assertEquals("bob", Provider.verify(signed()).subject());
    String wrapped = wrap.apply(signed());
    ServiceError refused = assertThrows(ServiceError.class, () -> Provider.verify(wrapped));
    assertEquals("InvalidIdentityToken", refused.code());
  }

  @Test
  void Abuse_074_wrappedResponseIsRefused() {
    String original = Provider.signer().sign(bob(), "Response");
    assertEquals("bob", Provider.verify(original).subject());
    String signature = signatureOf(original);
    String evil = original.replace(">bob<", ">root<").replace("\"_r1\"", "\"_evil\"");
    // XSW1 and XSW2: the original within or beside the signature of the evil one
    Provider.assertUnsigned(
        evil.replace(
            signature,
            signatureOf(original)
                .replace(
                    "</ds:Signature>",
                    "<ds:Object>"
                        + original.replace(signature, "")
                        + "</ds:Object></ds:Signature>")));
    Provider.assertUnsigned(evil.replace(signature, signature + original.replace(signature, "")));
  }

  @Test
  void eitherOrBothMayBeSigned() {
    for (KeyPair keys : new KeyPair[] {Provider.RSA, Provider.ELLIPTIC}) {
      XmlSigner signer = XmlSigner.with(keys);
      String assertion = signer.sign(bob(), "Assertion");
      assertEquals("bob", Provider.verify(assertion).subject());
      assertEquals("bob", Provider.verify(signer.sign(bob(), "Response")).subject());
      assertEquals("bob", Provider.verify(signer.sign(assertion, "Response")).subject());
    }
  }

  @Test
  void Abuse_076_oneGoodSignatureDoesNotExcuseABadOne() {
    XmlSigner other = XmlSigner.with(TestCertificates.keys("RSA", 2048));
    Provider.assertUnsigned(other.sign(signed(), "Response"));
    Provider.assertUnsigned(Provider.signer().sign(other.sign(bob(), "Assertion"), "Response"));
  }

  @Test
  void Abuse_076_signatureRefersToItsParentByIdWithTwoTransforms() {
    String withComments = CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS;
    Provider.assertUnsigned(Provider.signer().wholeDocument().sign(bob(), "Response"));
    Provider.assertUnsigned(
        Provider.signer().transforms(Transform.ENVELOPED).sign(bob(), "Assertion"));
    Provider.assertUnsigned(
        Provider.signer()
            .transforms(Transform.ENVELOPED, CanonicalizationMethod.INCLUSIVE)
            .sign(bob(), "Assertion"));
    Provider.assertUnsigned(
        Provider.signer().transforms(Transform.ENVELOPED, withComments).sign(bob(), "Assertion"));
    Provider.assertUnsigned(
        Provider.signer()
            .canonicalization(CanonicalizationMethod.INCLUSIVE)
            .sign(bob(), "Response"));
    Provider.assertUnsigned(Provider.signer().wholeDocument().sign(bob(), "Assertion"));
  }

  /// What is said of what is signed, such that the signature is good all the same.
  static Stream<UnaryOperator<String>> shapes() {
    return Stream.of(
        info -> info.replace("</ds:SignedInfo>", referenceOf(info) + "</ds:SignedInfo>"),
        info -> info.replace("</ds:Transforms>", transform(Transform.BASE64) + "</ds:Transforms>"),
        info -> info.replace("</ds:Transforms>", EXCLUSIVE + "</ds:Transforms>"),
        info -> info.replace("<ds:Transforms>", "<ds:Transforms>" + ENVELOPED),
        info -> info.replace("<ds:Transforms>", "<ds:Transforms>" + transform(Transform.XSLT)),
        info -> info.replace("</ds:SignedInfo>", "<ds:Object/></ds:SignedInfo>"),
        info -> info.replace("<ds:SignatureMethod", "<ds:KeyInfo/><ds:SignatureMethod"),
        info -> info.replace("<ds:Reference ", "<ds:Reference Id=\"_a1\" "));
  }

  private static String transform(String name) {
    return "<ds:Transform Algorithm=\"" + name + "\"/>";
  }

  private static String referenceOf(String xml) {
    String end = "</ds:Reference>";
    return xml.substring(xml.indexOf("<ds:Reference"), xml.indexOf(end) + end.length());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void Abuse_076_otherShapeIsRefusedThoughSignedWell(UnaryOperator<String> change) {
    String honest = again("SHA256withRSA", info -> info);
    assertEquals("bob", Provider.verify(honest).subject());
    Provider.assertUnsigned(again("SHA256withRSA", change));
  }

  private static String again(String jcaMethod, UnaryOperator<String> change) {
    return Provider.signer().again(signed(), jcaMethod, change);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<ds:Object/>", "<ds:Object Id=\"_o\"/>"})
  void Abuse_076_signatureHoldsNothingElse(String more) {
    Provider.assertUnsigned(signed().replace("</ds:Signature>", more + "</ds:Signature>"));
  }

  @Test
  void Abuse_077_unsignedAssertionIsRefused() {
    Provider.assertUnsigned(bob());
    Provider.assertUnsigned(signed().replace(signatureOf(signed()), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.w3.org/2000/09/xmldsig#rsa-sha1, SHA1withRSA",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-md5, MD5withRSA",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha224, SHA224withRSA"
  })
  void Abuse_077_weakSignatureIsRefused(String method, String jcaMethod) {
    Provider.assertUnsigned(again(jcaMethod, info -> info.replace(MORE + "rsa-sha256", method)));
  }

  @Test
  void Abuse_077_digestThatIsNotListedIsRefused() {
    Provider.assertUnsigned(Provider.signer().digest(SHA1).sign(bob(), "Assertion"));
    String sha3 = "http://www.w3.org/2007/05/xmldsig-more#sha3-256";
    Provider.assertUnsigned(Provider.signer().digest(sha3).sign(bob(), "Assertion"));
  }

  @Test
  void strongerAlgorithmsAreTaken() {
    for (String method : new String[] {"rsa-sha384", "rsa-sha512"}) {
      assertEquals(
          "bob",
          Provider.verify(Provider.signer().method(MORE + method).sign(bob(), "Assertion"))
              .subject());
    }
    String pss = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    assertEquals(
        "bob",
        Provider.verify(
                Provider.signer()
                    .method(pss)
                    .digest("http://www.w3.org/2001/04/xmlenc#sha512")
                    .sign(bob(), "Response"))
            .subject());
  }

  @Test
  void Abuse_077_publicKeyIsNoSharedSecret() {
    XmlSigner hmac =
        Provider.signer()
            .method(MORE + "hmac-sha256")
            .key(new SecretKeySpec(Provider.RSA.getPublic().getEncoded(), "HmacSHA256"));
    Provider.assertUnsigned(hmac.sign(bob(), "Assertion"));
  }

  @Test
  void Abuse_077_keyThatTheDocumentBringsDoesNotCount() {
    KeyPair own = TestCertificates.keys("RSA", 2048);
    String info = "<ds:KeyInfo><ds:KeyName>" + TestAssertion.SIGN_IN + "</ds:KeyName></ds:KeyInfo>";
    String foreign = XmlSigner.with(own).sign(bob(), "Assertion");
    Provider.assertUnsigned(foreign);
    Provider.assertUnsigned(foreign.replace("</ds:Signature>", info + "</ds:Signature>"));
    assertEquals(
        "bob",
        Provider.verify(signed().replace("</ds:Signature>", info + "</ds:Signature>")).subject());
  }

  @Test
  void Abuse_078_endedMetadataHasNoKeys() {
    var ended = Provider.entity().withMetadata(Provider.entity().metadata(), Provider.NOW);
    ServiceError refused = Provider.refusal(signed(), ended, Provider.NOW);
    assertEquals("Response signature invalid", refused.message());
    assertEquals("bob", Provider.verify(signed(), Provider.entity(), Provider.NOW).subject());
  }
}
