package io.claviger.service.iam.oidc;

import io.claviger.account.Quotas;
import io.claviger.service.iam.IamErrors;
import java.util.List;

/// The client ids of one provider.
///
/// AWS rule: IAM API Reference, "CreateOpenIDConnectProvider", `ClientIDList`: "You cannot register
/// more than 100 client IDs with a single IAM OIDC provider."
final class ClientIds {

  private ClientIds() {}

  /// The same ids, unless they are too many.
  ///
  /// @throws io.claviger.wire.ServiceError `LimitExceeded`
  static List<String> requireFew(List<String> ids) {
    if (ids.size() > Quotas.CLIENT_IDS_PER_OIDC_PROVIDER) {
      throw IamErrors.limitExceeded(
          "ClientIdsPerOpenIdConnectProvider", Quotas.CLIENT_IDS_PER_OIDC_PROVIDER);
    }
    return ids;
  }
}
