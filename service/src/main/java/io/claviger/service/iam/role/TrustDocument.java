package io.claviger.service.iam.role;

import io.claviger.account.Quotas;
import io.claviger.account.View;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.policy.PolicyText;

/// What the trust policy of a request must be.
final class TrustDocument {

  private TrustDocument() {}

  /// The trust policy to store.
  ///
  /// @throws io.claviger.wire.ServiceError when the text is too large, which is told before it is
  ///   read, or is no trust policy
  static TrustPolicies.Stored require(String text, View view, Quotas quotas) {
    if (!PolicyText.isWithin(quotas.trustPolicySize(), text)) {
      throw IamErrors.limitExceeded("ACLSizePerRole", quotas.trustPolicySize());
    }
    return TrustPolicies.store(view, text);
  }
}
