package io.claviger.access.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.claviger.account.SamlProvider;
import io.claviger.testkit.TestAssertion;
import io.claviger.wire.ServiceError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a signed assertion says, read once and in one way, and only where it is for us and for now.
class AssertionAbuseTest {

  private static final String CONDITIONS = "InvalidIdentityToken: Response has conditions";
  private static final String EXPIRED = "ExpiredTokenException: Token has expired";

  private static void assertRefused(String code, String xml) {
    ServiceError error = Provider.refusal(Provider.signed(xml));
    String text = error.code() + ": " + error.message();
    assertEquals(code, text.substring(0, Math.min(code.length(), text.length())));
  }

  private static String bob() {
    return Provider.bob().xml();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b<!-- x -->ob",
        "bob<!-- .evil.com -->",
        "<![CDATA[bob]]>",
        "b<![CDATA[o]]>b",
        "b<?x y?>ob",
        "&#98;ob",
        " bob\n"
      })
  void Abuse_075_nameIsReadWhole(String name) {
    String xml = bob().replace(">bob<", ">" + name + "<");
    assertEquals("bob", Provider.verify(Provider.signed(xml)).subject());
    assertEquals("bob", Provider.verify(Provider.signer().sign(xml, "Response")).subject());
  }

  /// A comment is not signed; whoever puts one in afterwards changes nothing that is read.
  @Test
  void Abuse_075_commentAddedAfterwardsSplitsNothing() {
    String signed = Provider.signed(bob().replace(">bob<", ">bob.evil<"));
    assertEquals(
        "bob.evil", Provider.verify(signed.replace(">bob.evil<", ">bob<!---->.evil<")).subject());
  }

  @Test
  void Abuse_075_declaredEncodingDoesNotChangeTheReading() {
    String signed = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + Provider.signed(bob());
    assertEquals("bob", Provider.verify(signed).subject());
    String utf16 =
        Base64.getEncoder()
            .encodeToString(Provider.signed(bob()).getBytes(StandardCharsets.UTF_16));
    ServiceError refused =
        assertThrows(
            ServiceError.class,
            () -> Provider.verifyEncoded(utf16, Provider.entity(), Provider.NOW));
    assertEquals("Invalid base64 SAMLResponse", refused.message());
  }

  @Test
  void Abuse_075_elementsOfAnotherNamespaceAreNotRead() {
    String evil = bob().replace("<saml:NameID ", "<saml:NameID xmlns:saml=\"urn:other\" ");
    assertRefused("AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML", evil);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAAA", "PHg+", "PHgvPg==", "ZZZZ*"})
  void Abuse_075_whatIsNoResponseIsRefused(String response) {
    ServiceError refused =
        assertThrows(
            ServiceError.class,
            () -> Provider.verifyEncoded(response, Provider.entity(), Provider.NOW));
    assertEquals("Invalid base64 SAMLResponse", refused.message());
  }

  @Test
  void lineBreaksInBase64AreNothing() {
    String encoded =
        Base64.getMimeEncoder()
            .encodeToString(Provider.signed(bob()).getBytes(StandardCharsets.UTF_8));
    assertEquals("bob", Provider.verifyEncoded(encoded, Provider.entity(), Provider.NOW).subject());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<saml:Audience>https://signin.aws.amazon.com/saml|<saml:Audience>https://other.example.com",
        "<saml:Audience>https://signin.aws.amazon.com/saml|<saml:Audience>https://signin.aws.amazon.com/saml/",
        "<saml:Audience>https://signin.aws.amazon.com/saml|<saml:Audience>https://signin.aws.amazon.com.evil.com/saml",
        "<saml:Audience>https://|<saml:Audience>http://",
        "saml:AudienceRestriction|saml:OneTimeUse",
        "</saml:Conditions>|<saml:AudienceRestriction><saml:Audience>x</saml:Audience></saml:AudienceRestriction></saml:Conditions>",
        "saml:Conditions|saml:Advice"
      })
  void Abuse_079_audienceMustBeAws(String from, String to) {
    assertEquals("bob", Provider.verify(Provider.signed(bob())).subject());
    assertRefused(
        "InvalidIdentityToken: Response does not contain the required audience.",
        bob().replace(from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Recipient=\"https://signin.aws.amazon.com/saml\"|",
        "Recipient=\"https://signin.aws.amazon.com/saml\"|Recipient=\"https://other.example.com/\"",
        "Recipient=\"https://|Recipient=\"https://evil.com/",
        "Recipient=\"https://|Recipient=\"https://evil@",
        "Recipient=\"https://|Recipient=\"https://evil.com?.",
        "Destination=\"https://signin|Destination=\"https://other",
        "cm:bearer|cm:sender-vouches",
        "saml:SubjectConfirmationData|saml:Other",
        "<saml:SubjectConfirmation |<saml:SubjectConfirmation/><saml:SubjectConfirmation "
      })
  void Abuse_079_recipientMustBeTheSignIn(String from, String to) {
    assertRefused(
        "InvalidIdentityToken: Responses must contain SubjectConfirmatonData with a Recipient and"
            + " NotOnOrAfter",
        bob().replace(from, to == null ? "" : to));
  }

  @Test
  void Abuse_079_confirmationMustEnd() {
    String with = "SubjectConfirmationData NotOnOrAfter=\"2030-05-06T07:18:09Z\" ";
    assertRefused(
        "InvalidIdentityToken: Responses must contain SubjectConfirmatonData",
        bob().replace(with, "SubjectConfirmationData "));
    assertRefused(
        EXPIRED,
        bob().replace(with, "SubjectConfirmationData NotOnOrAfter=\"2030-05-06T07:08:09Z\" "));
  }

  @ParameterizedTest
  @CsvSource({
    "https://signin.aws.amazon.com/saml, true",
    "https://eu-central-1.signin.aws.amazon.com/saml, true",
    "https://signin.aws.amazon.com/saml/acs/SAMLSPEXAMPLE, true",
    "https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSPEXAMPLE, true",
    "https://signin.aws.amazon.com/saml/acs/SAMLSPOTHER, false",
    "https://evil/.signin.aws.amazon.com/saml, false",
    "https://evil#.signin.aws.amazon.com/saml, false",
    "https://.signin.aws.amazon.com/saml, false",
    "https://signin.aws.amazon.com/SAML, false",
    "https://signin.aws.amazon.com, false"
  })
  void signInIsGlobalOrOfARegion(String address, boolean isOurs) {
    String xml = Provider.signed(Provider.bob().address(address).xml());
    if (isOurs) {
      assertEquals(address, Provider.verify(xml).recipient());
    } else {
      assertEquals("InvalidIdentityToken", Provider.refusal(xml).code());
    }
  }

  @Test
  void servicesInGeneralAreAnAudience() {
    String xml =
        bob()
            .replace(
                "<saml:Audience>https://signin.aws.amazon.com/saml",
                "<saml:Audience>urn:other</saml:Audience><saml:Audience>urn:amazon:webservices");
    assertEquals("bob", Provider.verify(Provider.signed(xml)).subject());
  }

  @ParameterizedTest
  @CsvSource({
    "-61, InvalidIdentityToken",
    "-60, ''",
    "0, ''",
    "300, ''",
    "301, ExpiredTokenException"
  })
  void Abuse_079_assertionLivesFiveMinutes(int seconds, String code) {
    String xml = Provider.signed(bob());
    Instant at = Provider.NOW.plusSeconds(seconds);
    if (code.isEmpty()) {
      assertEquals("bob", Provider.verify(xml, Provider.entity(), at).subject());
    } else {
      assertEquals(code, Provider.refusal(xml, Provider.entity(), at).code());
    }
  }

  @Test
  void tooOldIsSaidAsAwsSaysIt() {
    ServiceError refused =
        Provider.refusal(Provider.signed(bob()), Provider.entity(), Provider.NOW.plusSeconds(301));
    assertEquals("Token must be redeemed within 5 minutes of issuance", refused.message());
    assertEquals(400, refused.status());
  }

  @Test
  void Abuse_079_windowOfTheConditionsHolds() {
    String start = "Conditions NotBefore=\"2030-05-06T07:08:09Z\"";
    assertRefused(
        CONDITIONS, bob().replace(start, "Conditions NotBefore=\"2030-05-06T07:09:10Z\""));
    assertRefused(CONDITIONS, bob().replace(start, "Conditions NotBefore=\"soon\""));
    String end = "NotOnOrAfter=\"2030-05-06T07:18:09Z\"><saml:Aud";
    assertRefused(EXPIRED, bob().replace(end, "NotOnOrAfter=\"2030-05-06T07:08:09Z\"><saml:Aud"));
    String later = bob().replace(end, "NotOnOrAfter=\"2030-05-06T07:08:10Z\"><saml:Aud");
    assertEquals("bob", Provider.verify(Provider.signed(later)).subject());
  }

  @Test
  void Abuse_079_endedSessionOfTheProviderIsRefused() {
    String with = "<saml:AuthnStatement SessionNotOnOrAfter=\"%s\" ";
    String ended = bob().replace("<saml:AuthnStatement ", with.formatted("2030-05-06T07:08:09Z"));
    assertRefused(EXPIRED, ended);
    String later = bob().replace("<saml:AuthnStatement ", with.formatted("2030-05-06T07:38:09Z"));
    assertEquals(
        Provider.NOW.plus(Duration.ofMinutes(30)),
        Provider.verify(Provider.signed(later)).sessionEnds());
  }

  @Test
  void Abuse_079_conditionThatNobodyKnowsIsNotMet() {
    assertRefused(
        CONDITIONS,
        bob().replace("</saml:Conditions>", "<x:OneTimeUse xmlns:x=\"urn:x\"/></saml:Conditions>"));
    String known = bob().replace("</saml:Conditions>", "<saml:OneTimeUse/></saml:Conditions>");
    assertEquals("bob", Provider.verify(Provider.signed(known)).subject());
  }

  @Test
  void inResponseToIsNotLookedAt() {
    String xml =
        bob()
            .replace("Recipient=", "InResponseTo=\"_nobody\" Recipient=")
            .replace("ID=\"_r1\"", "ID=\"_r1\" InResponseTo=\"_nobody\"");
    assertEquals("bob", Provider.verify(Provider.signed(xml)).subject());
  }

  @Test
  void failureThatTheProviderReportsIsItsRejection() {
    ServiceError refused =
        Provider.refusal(Provider.signed(bob().replace("status:Success", "status:Responder")));
    assertEquals("IDPRejectedClaim", refused.code());
    assertEquals(403, refused.status());
  }

  @Test
  void otherIssuerIsRefused() {
    String issuer = "<saml:Issuer>" + Provider.ENTITY_ID;
    String message = "InvalidIdentityToken: Issuer not present in specified provider";
    assertRefused(message, bob().replace(issuer, "<saml:Issuer>https://other.example.com/"));
    String assertion = bob().substring(bob().indexOf("<saml:Assertion"));
    assertRefused(
        message, bob().replace(assertion, assertion.replace(issuer, "<saml:Issuer>urn:other")));
  }

  @Test
  void Abuse_081_entitiesDepthAndSizeAreLimited() {
    String bomb =
        "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
            + bob().replace(">bob<", ">&c;<");
    String external =
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + bob().replace(">bob<", ">&x;<");
    String include =
        bob()
            .replace(
                ">bob<",
                "><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\""
                    + " href=\"file:///etc/passwd\"/><");
    String deep = bob().replace(">bob<", ">" + "<a>".repeat(50_000) + "</a>".repeat(50_000) + "<");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (String evil : new String[] {bomb, external, deep}) {
            assertEquals("Invalid base64 SAMLResponse", Provider.refusal(evil).message());
          }
          assertEquals("AccessDenied", Provider.refusal(Provider.signed(include)).code());
        });
  }

  /// The binding that compresses is not the one that the API takes.
  @Test
  void Abuse_081_compressedResponseIsNotInflated() {
    Deflater deflater = new Deflater(9, true);
    byte[] zeros = new byte[50_000_000];
    deflater.setInput(zeros);
    deflater.finish();
    byte[] small = new byte[75_000];
    int length = deflater.deflate(small);
    deflater.end();
    String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(small, length));
    ServiceError refused =
        assertThrows(
            ServiceError.class,
            () -> Provider.verifyEncoded(encoded, Provider.entity(), Provider.NOW));
    assertEquals("Invalid base64 SAMLResponse", refused.message());
  }

  @Test
  void providerMustBeOneOfTheAccount() {
    SamlProvider other =
        new SamlProvider(
            "Corp",
            Provider.ID,
            Provider.NOW,
            Provider.entity().tags(),
            Provider.entity().metadata(),
            Provider.entity().validUntil(),
            null,
            List.of());
    String xml = Provider.signed(bob());
    assertEquals(
        "Specified provider doesn't exist", Provider.refusal(xml, other, Provider.NOW).message());
    assertEquals("_a1", Provider.verify(xml).id());
    assertEquals(TestAssertion.SIGN_IN, Provider.verify(xml).recipient());
  }
}
