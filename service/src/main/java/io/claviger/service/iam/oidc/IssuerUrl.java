package io.claviger.service.iam.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// The URL of an OpenID Connect provider, which is the issuer that its tokens name.
///
/// Nothing about it is made uniform: case and a slash at the end tell providers apart, as they tell
/// issuers. A port is taken, though AWS advises against one.
///
/// AWS rule: IAM API Reference, "CreateOpenIDConnectProvider", `Url`: it "must begin with
/// https://", and "path components are allowed but query parameters are not".
final class IssuerUrl {

  private static final String SCHEME = "https://";

  private IssuerUrl() {}

  /// The URL without its scheme.
  ///
  /// @throws io.claviger.wire.ServiceError when it is no provider's URL
  static String require(String text) {
    return find(text).orElseThrow(OidcErrors::invalidUrl);
  }

  private static Optional<String> find(String text) {
    if (!text.startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      boolean isPlain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && text.chars().allMatch(c -> c < 0x80);
      return isPlain ? Optional.of(text.substring(SCHEME.length())) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
