package io.claviger.service.iam.oidc;

import io.claviger.account.Quotas;
import java.util.List;

/// The thumbprints of a request.
///
/// AWS rule: IAM API Reference, "CreateOpenIDConnectProvider", `ThumbprintList`.
final class Thumbprints {

  private Thumbprints() {}

  /// The same thumbprints, checked. How long each must be, the API model says.
  ///
  /// @throws io.claviger.wire.ServiceError for too many of them or one that is no hash
  static List<String> require(List<String> given) {
    if (given.size() > Quotas.THUMBPRINTS_PER_OIDC_PROVIDER) {
      throw OidcErrors.tooManyThumbprints(Quotas.THUMBPRINTS_PER_OIDC_PROVIDER);
    }
    for (String thumbprint : given) {
      boolean isHex = thumbprint.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
      if (!isHex) {
        throw OidcErrors.notAThumbprint(thumbprint);
      }
    }
    return given;
  }
}
