package io.claviger.policy.decide;

import io.claviger.base.AccountId;
import io.claviger.policy.document.PolicyDocument;
import java.util.Optional;

/// What tests of decisions share.
final class Policies {

  static final AccountId HOME = new AccountId("111122223333");

  private Policies() {}

  static AppliedPolicy policy(PolicyDocument document) {
    return new AppliedPolicy(
        new PolicySource("p", Optional.empty(), PolicySource.Holder.NONE),
        CompiledPolicy.compile(document));
  }
}
