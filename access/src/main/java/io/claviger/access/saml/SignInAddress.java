package io.claviger.access.saml;

import io.claviger.account.SamlProvider;

/// The addresses that an assertion may be meant for: those of AWS's sign-in, everywhere or in a
/// region, with the provider's id where it has one of its own.
///
/// AWS rule: IAM User Guide, "Configure SAML assertions for the authentication response", `Subject`
/// and `NameID`: where encryption is required, "the sign-in URL must include the unique
/// identifier".
///
/// @param providerId `SAMLSP…`
/// @param isOwnRequired whether the address must be the provider's own
record SignInAddress(String providerId, boolean isOwnRequired) {

  private static final String SCHEME = "https://";
  private static final String HOST = "signin.aws.amazon.com";

  /// An audience that stands for all of AWS.
  private static final String SERVICES = "urn:amazon:webservices";

  static SignInAddress of(SamlProvider provider) {
    return new SignInAddress(
        provider.id(), provider.encryption() == SamlProvider.Encryption.REQUIRED);
  }

  boolean is(String address) {
    if (!address.startsWith(SCHEME)) {
      return false;
    }
    int slash = address.indexOf('/', SCHEME.length());
    return slash > 0
        && isHost(address.substring(SCHEME.length(), slash))
        && isPath(address.substring(slash));
  }

  boolean isAudience(String audience) {
    return audience.equals(SERVICES) || is(audience);
  }

  private boolean isPath(String path) {
    return path.equals("/saml/acs/" + providerId) || (!isOwnRequired && path.equals("/saml"));
  }

  private static boolean isHost(String host) {
    return host.equals(HOST)
        || (host.endsWith("." + HOST)
            && isRegion(host.substring(0, host.length() - HOST.length() - 1)));
  }

  /// Whether it could be a region's code, `eu-central-1`.
  private static boolean isRegion(String label) {
    return !label.isEmpty()
        && label
            .chars()
            .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }
}
