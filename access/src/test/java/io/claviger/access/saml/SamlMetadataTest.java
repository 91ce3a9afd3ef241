package io.claviger.access.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestMetadata;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamlMetadataTest {

  private static final String ID = "http://adfs.example.com/adfs/services/trust";
  private static final TestCertificate ONE = TestCertificate.selfSigned("one.example.com");
  private static final TestCertificate TWO = TestCertificate.selfSigned("two.example.com");

  private static SamlMetadata read(String document) {
    return SamlMetadata.parse(document).orElseThrow();
  }

  private static String good() {
    return TestMetadata.of(ID).signing(ONE).document();
  }

  private static TestCertificate rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      KeyPair keys = generator.generateKeyPair();
      return TestCertificate.of("rsa", keys);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nameAndKeysAreRead() {
    SamlMetadata metadata =
        read(TestMetadata.of(ID).signing(ONE).key("", TWO).signing(ONE).document());
    assertEquals(ID, metadata.entityId());
    assertEquals(
        List.of(ONE.certificate().getPublicKey(), TWO.certificate().getPublicKey()),
        metadata.signingKeys());
    assertNull(metadata.validUntil());
  }

  @Test
  void Abuse_078_keyWithoutAUseSignsAndOneForEncryptionDoesNot() {
    SamlMetadata metadata =
        read(TestMetadata.of(ID).key("", TWO).key(" use=\"encryption\"", ONE).document());
    assertEquals(List.of(TWO.certificate().getPublicKey()), metadata.signingKeys());
    assertEquals(
        Optional.empty(),
        SamlMetadata.parse(TestMetadata.of(ID).key(" use=\"encryption\"", ONE).document()));
  }

  @Test
  void earliestEndCounts() {
    String document =
        TestMetadata.of(ID)
            .signing(ONE)
            .attributes(" validUntil=\"2030-01-01T00:00:00.5+01:00\"")
            .document();
    assertEquals(Instant.parse("2029-12-31T23:00:00.5Z"), read(document).validUntil());
    String earlier =
        document.replace(
            "<md:IDPSSODescriptor", "<md:IDPSSODescriptor validUntil=\"2028-01-01T00:00:00Z\"");
    assertEquals(Instant.parse("2028-01-01T00:00:00Z"), read(earlier).validUntil());
  }

  @Test
  void rsaKeyOfThousandBitsIsTheLeast() {
    assertEquals(1, read(TestMetadata.of(ID).signing(rsa(1024)).document()).signingKeys().size());
    assertEquals(
        Optional.empty(), SamlMetadata.parse(TestMetadata.of(ID).signing(rsa(512)).document()));
  }

  static Stream<UnaryOperator<String>> spoilt() {
    return Stream.of(
        document -> "",
        document -> "not XML",
        document -> document.replace("</md:EntityDescriptor>", ""),
        document -> document + "<x/>",
        document -> document.replace(":metadata\"", ":other\""),
        document -> document.replace("entityID", "entityId"),
        document -> document.replace(ID, "x".repeat(1025)),
        document -> document.replace(ID, ""),
        document -> document.replace("IDPSSODescriptor", "SPSSODescriptor"),
        document -> document.replace("SAML:2.0:protocol", "SAML:1.1:protocol"),
        document -> document.replace("X509Certificate>", "X509Cert>"),
        document -> document.replace("MII", "!!!").replace("MIIB", "AAAA"),
        document -> document.replace("entityID", "validUntil=\"soon\" entityID"),
        document -> document.replaceAll("<md:KeyDescriptor(?s:.*)</md:KeyDescriptor>", ""),
        document ->
            document.replaceAll("(?s)(<md:IDPSSODescriptor.*</md:IDPSSODescriptor>)", "$1$1"));
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void whatIsNoProvidersMetadataIsRefused(UnaryOperator<String> spoil) {
    assertEquals(1, read(good()).signingKeys().size());
    assertEquals(Optional.empty(), SamlMetadata.parse(spoil.apply(good())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE md:EntityDescriptor [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE md:EntityDescriptor SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        "<!DOCTYPE md:EntityDescriptor>",
        """
        <!DOCTYPE md:EntityDescriptor [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;">]>
        """
      })
  void Abuse_081_documentTypeIsRefused(String doctype) {
    String document = good().replace("?>", "?>" + doctype);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertEquals(Optional.empty(), SamlMetadata.parse(document)));
  }

  @Test
  void Abuse_081_depthAndAttributesAreLimited() {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    assertEquals(
        Optional.empty(), SamlMetadata.parse(good().replace("<md:IDPSSO", deep + "<md:IDPSSO")));
    StringBuilder wide = new StringBuilder("<a");
    for (int i = 0; i < 1000; i++) {
      wide.append(" a").append(i).append("=\"\"");
    }
    assertEquals(
        Optional.empty(), SamlMetadata.parse(good().replace("<md:IDPSSO", wide + "/><md:IDPSSO")));
    assertEquals(
        ID,
        read(good().replace("<md:IDPSSO", "<a>".repeat(50) + "</a>".repeat(50) + "<md:IDPSSO"))
            .entityId());
  }
}
