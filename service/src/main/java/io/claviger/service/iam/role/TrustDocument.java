package io.claviger.service.iam.role;

import io.claviger.account.Quota;
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
  static TrustPolicies.Stored require(String text, View view) {
    int size = view.home().quotas().of(Quota.TRUST_POLICY_SIZE);
    if (!PolicyText.isWithin(size, text)) {
      throw IamErrors.limitExceeded(Quota.TRUST_POLICY_SIZE.awsName(), size);
    }
    return TrustPolicies.store(view, text);
  }
}
