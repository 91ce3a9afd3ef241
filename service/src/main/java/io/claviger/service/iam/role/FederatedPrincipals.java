package io.claviger.service.iam.role;

import io.claviger.base.Arn;

/// Identity providers as principals: `arn:aws:iam::A:saml-provider/Name`,
/// `arn:aws:iam::A:oidc-provider/Host`, `accounts.google.com`.
///
/// AWS does not ask whether the provider exists.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal", "OIDC federated principals" and
/// "SAML federated principals".
final class FederatedPrincipals {

  private FederatedPrincipals() {}

  /// Whether the value is a provider's ARN or a domain name.
  static boolean isOne(String value) {
    return DomainNames.isOne(value)
        || Arn.find(value)
            .filter(arn -> arn.service().equals("iam") && arn.accountId().isPresent())
            .map(Arn::resource)
            .filter(r -> r.startsWith("saml-provider/") || r.startsWith("oidc-provider/"))
            .isPresent();
  }
}
