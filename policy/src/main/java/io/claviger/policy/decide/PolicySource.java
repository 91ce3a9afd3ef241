package io.claviger.policy.decide;

import io.claviger.base.Arn;
import java.util.Optional;

/// Where a policy that was applied comes from.
///
/// @param name the policy's friendly name, or an ordinal such as `PolicyInputList.1`
/// @param arn of a managed or organization policy
/// @param holder what it is attached to or embedded in, as the simulator's `SourcePolicyId` and
///   `SourcePolicyType` want it: `user`, `group`, `role`, `none`
public record PolicySource(String name, Optional<Arn> arn, Holder holder) {

  /// The kinds of holder, in the simulator's words.
  ///
  /// AWS rule: IAM API Reference, "Statement" (`SourcePolicyType`).
  public enum Holder {
    USER,
    GROUP,
    ROLE,
    AWS_MANAGED,
    USER_MANAGED,
    RESOURCE,
    NONE
  }
}
