package io.claviger.access.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.saml.AwsAttributes.RolePair;
import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.RequestContext.Value;
import io.claviger.testkit.TestAssertion;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamlAttributesTest {

  private static final String PERSON = "urn:oid:1.3.6.1.4.1.5923.1.1.1.";

  private static AwsAttributes read(TestAssertion assertion) {
    return Provider.verify(Provider.signed(assertion.xml())).aws();
  }

  private static String refusal(TestAssertion assertion) {
    return Provider.refusal(Provider.signed(assertion.xml())).message();
  }

  private static RequestContext keys(TestAssertion assertion) {
    return SamlKeys.of(Provider.verify(Provider.signed(assertion.xml())), Provider.ACCOUNT, "corp");
  }

  private static Value one(String value) {
    return new Value.Single(value);
  }

  @Test
  void pairsAreReadInEitherOrder() {
    String other = "arn:aws:iam::444455556666:role/path/ops";
    String foreign = "arn:aws:iam::444455556666:saml-provider/corp";
    TestAssertion assertion =
        TestAssertion.of(Provider.ENTITY_ID, Provider.NOW)
            .aws("RoleSessionName", "bob")
            .aws(
                "Role",
                Provider.ROLE + "," + Provider.ARN,
                foreign + " , " + other,
                Provider.ROLE,
                Provider.ROLE + "," + other,
                Provider.ROLE + "," + Provider.ARN + "," + other);
    assertEquals(
        List.of(new RolePair(Provider.ROLE, Provider.ARN), new RolePair(other, foreign)),
        read(assertion).roles());
  }

  @Test
  void nameOfTheSessionIsRequired() {
    assertEquals(
        "RoleSessionName is required in AuthnResponse",
        refusal(TestAssertion.of(Provider.ENTITY_ID, Provider.NOW)));
    assertEquals("bob@example.com", read(Provider.bob()).roleSessionName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"b", "bob smith", "bob/root", "bob:x", "bøb", "*", "b\u00e4b"})
  void nameOfTheSessionHasItsCharacters(String name) {
    TestAssertion assertion =
        TestAssertion.of(Provider.ENTITY_ID, Provider.NOW).aws("RoleSessionName", name);
    assertEquals(
        "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}", refusal(assertion));
  }

  @Test
  void nameOfTheSessionHasSixtyFourCharactersAtMost() {
    String longest = "b".repeat(64);
    TestAssertion assertion =
        TestAssertion.of(Provider.ENTITY_ID, Provider.NOW)
            .aws("Role", Provider.ROLE + "," + Provider.ARN);
    assertEquals(longest, read(assertion.aws("RoleSessionName", longest)).roleSessionName());
    TestAssertion longer = TestAssertion.of(Provider.ENTITY_ID, Provider.NOW);
    assertEquals(
        "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
        refusal(longer.aws("RoleSessionName", longest + "b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"b", "aws:bob", "AWS:bob", "bob smith"})
  void sourceIdentityHasItsCharacters(String name) {
    assertEquals(
        "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"",
        refusal(Provider.bob().aws("SourceIdentity", name)));
    assertEquals("bob", read(Provider.bob().aws("SourceIdentity", "bob")).sourceIdentity());
    assertNull(read(Provider.bob()).sourceIdentity());
  }

  @ParameterizedTest
  @CsvSource({"899, false", "900, true", "43200, true", "43201, false", "soon, false", "-1, false"})
  void durationOfTheSessionHasItsLimits(String text, boolean isGood) {
    TestAssertion assertion = Provider.bob().aws("SessionDuration", text);
    if (isGood) {
      assertEquals(Duration.ofSeconds(Long.parseLong(text)), read(assertion).sessionDuration());
    } else {
      assertEquals(
          "SessionDuration in AuthnResponse must be between 900 and 43200 seconds",
          refusal(assertion));
    }
  }

  @Test
  void tagsAreReadInTheirOrder() {
    AwsAttributes attributes =
        read(
            Provider.bob()
                .aws("PrincipalTag:Project", "Marketing")
                .aws("PrincipalTag:CostCenter", "12345")
                .aws("TransitiveTagKeys", "Project", "CostCenter"));
    assertEquals(
        List.of(new Tags.Tag("Project", "Marketing"), new Tags.Tag("CostCenter", "12345")),
        attributes.tags());
    assertEquals(List.of("Project", "CostCenter"), attributes.transitiveTagKeys());
  }

  static Stream<TestAssertion> badTags() {
    TestAssertion many = Provider.bob();
    for (int i = 0; i <= 50; i++) {
      many.aws("PrincipalTag:k" + i, "v");
    }
    return Stream.of(
        many,
        Provider.bob().aws("PrincipalTag:team", "red", "blue"),
        Provider.bob().aws("PrincipalTag:", "red"),
        Provider.bob().aws("PrincipalTag:" + "k".repeat(129), "red"),
        Provider.bob().aws("PrincipalTag:team", "v".repeat(257)),
        Provider.bob().aws("PrincipalTag:team", "a*"));
  }

  @ParameterizedTest
  @MethodSource("badTags")
  void Abuse_058_tagThatIsNoneIsRefused(TestAssertion assertion) {
    assertTrue(refusal(assertion).startsWith("PrincipalTag in AuthnResponse"));
  }

  @Test
  void keysSayWhoByWhomAndForWhom() {
    RequestContext keys = keys(Provider.bob());
    assertEquals(one("https://signin.aws.amazon.com/saml"), keys.get("saml:aud"));
    assertEquals(one("111122223333/corp"), keys.get("saml:doc"));
    assertEquals(one(Provider.ENTITY_ID), keys.get("saml:iss"));
    assertEquals(one("bob"), keys.get("saml:sub"));
    assertEquals(one("persistent"), keys.get("saml:sub_type"));
  }

  /// The example of the documentation, with what any tool makes of it.
  @Test
  void nameQualifierIsAHash() {
    SamlAssertion given = Provider.verify(Provider.signed(Provider.bob().xml()));
    SamlAssertion assertion =
        new SamlAssertion(
            given.id(),
            "https://example.com/saml",
            given.subject(),
            given.subjectType(),
            given.recipient(),
            given.redeemableUntil(),
            given.sessionEnds(),
            given.aws(),
            given.attributes());
    assertEquals(
        "1uAJanUnBc2XeUkHURMht+xam2c=",
        SamlKeys.nameQualifier(assertion, AccountId.of(123_456_789_012L), "MySAMLIdP"));
  }

  @Test
  void attributesBecomeKeys() {
    RequestContext keys =
        keys(
            Provider.bob()
                .attribute(PERSON + "1", "staff", "member")
                .attribute(PERSON + "3", "o=corp", "o=other")
                .attribute("urn:oid:2.5.4.3", "Bob")
                .attribute(
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
                    "bob@example.com")
                .attribute("0.9.2342.19200300.100.1.3", "not@this.one")
                .attribute("2.5.4.4", "Smith"));
    assertEquals(
        new Value.Multi(List.of("staff", "member")), keys.get("saml:edupersonaffiliation"));
    assertEquals(one("o=corp"), keys.get("saml:edupersonorgdn"));
    assertEquals(new Value.Multi(List.of("Bob")), keys.get("saml:cn"));
    assertEquals(one("bob@example.com"), keys.get("saml:mail"));
    assertEquals(one("Smith"), keys.get("saml:surname"));
    assertNull(keys.get("saml:uid"));
  }

  @Test
  void formatOfAnotherKindIsKeptWhole() {
    String other = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    String xml =
        Provider.bob().xml().replace("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", other);
    assertEquals(other, Provider.verify(Provider.signed(xml)).subjectType());
    String without = xml.replace(" Format=\"" + other + "\"", "");
    assertNull(Provider.verify(Provider.signed(without)).subjectType());
  }
}
