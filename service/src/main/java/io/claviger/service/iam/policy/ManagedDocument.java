package io.claviger.service.iam.policy;

import io.claviger.account.Quotas;
import io.claviger.policy.document.PolicyKind;
import io.claviger.service.iam.IamErrors;

/// What the document of a managed policy must be.
final class ManagedDocument {

  private ManagedDocument() {}

  /// Refuses a document that is too large, before it is read, or that is no identity-based policy.
  static void require(String text) {
    if (!PolicyText.isWithin(Quotas.POLICY_SIZE, text)) {
      throw IamErrors.limitExceeded("PolicySize", Quotas.POLICY_SIZE);
    }
    PolicyText.require(text, PolicyKind.IDENTITY);
  }
}
