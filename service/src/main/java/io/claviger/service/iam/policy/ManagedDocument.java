package io.claviger.service.iam.policy;

import io.claviger.account.Quotas;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyDocument.Version;
import io.claviger.policy.document.PolicyKind;
import io.claviger.service.iam.IamErrors;

/// What the document of a managed policy must be.
final class ManagedDocument {

  private static final String OLD = "Policy document must be version 2012-10-17 or greater.";

  private ManagedDocument() {}

  /// Refuses a document that is too large, before it is read, that is no identity-based policy, or
  /// that is not of the newer version, which inline policies need not be.
  ///
  /// AWS rule: CreatePolicy's answer to a document without `Version`, as users of IAM report it.
  static void require(String text) {
    if (!PolicyText.isWithin(Quotas.POLICY_SIZE, text)) {
      throw IamErrors.limitExceeded("PolicySize", Quotas.POLICY_SIZE);
    }
    PolicyDocument document = PolicyText.require(text, PolicyKind.IDENTITY);
    if (document.version() != Version.V2012_10_17) {
      throw IamErrors.malformedPolicy(OLD);
    }
  }
}
