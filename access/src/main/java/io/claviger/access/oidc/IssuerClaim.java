package io.claviger.access.oidc;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A claim of an issuer that AWS publishes as a condition key, such as
/// `agent.${Domain}.buildkite.dev:build_branch`.
///
/// @param issuer without its scheme; `${…}` stands for any text without a slash
/// @param name the claim's; `google/organization_number` may be a member of `google`
record IssuerClaim(String issuer, String name) {

  /// Whose tokens are no JSON Web Tokens, and so aren't read.
  private static final Set<String> OAUTH = Set.of("graph.facebook.com", "www.amazon.com");

  /// The claim of such a key; empty for keys that tell of something else.
  static Optional<IssuerClaim> find(String key) {
    int colon = key.indexOf(':');
    String issuer = colon < 0 ? "" : key.substring(0, colon);
    return issuer.indexOf('.') < 0 || OAUTH.contains(issuer)
        ? Optional.empty()
        : Optional.of(new IssuerClaim(issuer, key.substring(colon + 1)));
  }

  /// Whether it is a claim of this issuer.
  boolean isOf(String actual) {
    int start = issuer.indexOf("${");
    if (start < 0) {
      return issuer.equals(actual);
    }
    String before = issuer.substring(0, start);
    String after = issuer.substring(issuer.indexOf('}') + 1);
    return actual.length() > before.length() + after.length()
        && actual.startsWith(before)
        && actual.endsWith(after)
        && actual.substring(before.length(), actual.length() - after.length()).indexOf('/') < 0;
  }

  /// The value; null where the token has none that a condition can compare.
  @Nullable String value(Claims claims) {
    String value = claims.scalar(name);
    int slash = name.indexOf('/');
    return value != null || slash < 0
        ? value
        : claims.nested(name.substring(0, slash), name.substring(slash + 1));
  }
}
