package io.claviger.access.oidc;

import static io.claviger.access.oidc.OidcFixture.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.claviger.access.federation.FederatedIdentity;
import io.claviger.account.Tags;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Session tags and source identity in tokens.
class ClaimTagsTest {

  private static final String TAGS = "https://aws.amazon.com/tags";
  private static final String IDENTITY = "https://aws.amazon.com/source_identity";

  private final OidcFixture oidc = new OidcFixture();

  private void refuses(String claim, String member) {
    oidc.refuses(
        "InvalidIdentityToken",
        "Invalid value of the claim: " + claim,
        oidc.issuer.token(claims(member)));
  }

  @Test
  void tagsAreNested() {
    FederatedIdentity identity =
        oidc.verifyClaims(
            "\""
                + TAGS
                + "\":{\"principal_tags\":{\"Project\":[\"Automation\"],\"Cost\":[\"7\"]},"
                + "\"transitive_tag_keys\":[\"Project\"]}");
    assertEquals(
        List.of(new Tags.Tag("Project", "Automation"), new Tags.Tag("Cost", "7")),
        identity.tags().stream().sorted((a, b) -> b.key().compareTo(a.key())).toList());
    assertEquals(List.of("Project"), identity.transitiveTagKeys());
  }

  @Test
  void tagsMayBeFlat() {
    FederatedIdentity identity =
        oidc.verifyClaims(
            "\"" + TAGS + "/principal_tags/Project\":\"Automation\"",
            "\"" + TAGS + "/transitive_tag_keys\":[\"Project\"]");
    assertEquals(List.of(new Tags.Tag("Project", "Automation")), identity.tags());
    assertEquals(List.of("Project"), identity.transitiveTagKeys());
  }

  @Test
  void mostTokensHaveNone() {
    FederatedIdentity identity = oidc.verifyClaims();
    assertEquals(List.of(), identity.tags());
    assertNull(identity.sourceIdentity());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"\":[\"v\"]}",
        "{\"k\":[]}",
        "{\"k\":[\"v\",\"w\"]}",
        "{\"k\":[\"v\\u0000\"]}",
        "{\"k*\":[\"v\"]}"
      })
  void tagThatIsNoneIsRefused(String tags) {
    refuses(TAGS, "\"" + TAGS + "\":{\"principal_tags\":" + tags + "}");
  }

  @Test
  void thereAreFiftyTagsAtMost() {
    StringBuilder tags = new StringBuilder("\"k\":[\"v\"]");
    for (int i = 0; i < 49; i++) {
      tags.append(",\"k").append(i).append("\":[\"v\"]");
    }
    assertEquals(50, oidc.verifyClaims(principal(tags)).tags().size());
    refuses(TAGS, principal(tags.append(",\"more\":[\"v\"]")));
  }

  private static String principal(StringBuilder tags) {
    return "\"" + TAGS + "\":{\"principal_tags\":{" + tags + "}}";
  }

  @Test
  void sourceIdentityIsAClaim() {
    assertEquals(
        "ann@example.com",
        oidc.verifyClaims("\"" + IDENTITY + "\":\"ann@example.com\"").sourceIdentity());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "\"a b\"", "\"größe\"", "\"aws:ann\"", "[\"ann\"]", "\"\""})
  void sourceIdentityThatIsNoneIsRefused(String value) {
    refuses(IDENTITY, "\"" + IDENTITY + "\":" + value);
  }
}
