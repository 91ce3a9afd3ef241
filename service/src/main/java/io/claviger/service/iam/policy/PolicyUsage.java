package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.base.Arn;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;

/// The ways of using a managed policy that a list asks for: as permissions policy, as permissions
/// boundary, or either.
record PolicyUsage(boolean asPermissions, boolean asBoundary) {

  /// @param filter null for either
  static PolicyUsage of(@Nullable PolicyUsageType filter) {
    return new PolicyUsage(
        filter != PolicyUsageType.PERMISSIONS_BOUNDARY,
        filter != PolicyUsageType.PERMISSIONS_POLICY);
  }

  boolean isEither() {
    return asPermissions && asBoundary;
  }

  /// Whether some user, group or role uses the policy so.
  boolean isUsed(Account home, Arn policy) {
    return (asPermissions && home.attachedCount(policy) > 0)
        || (asBoundary && home.boundedCount(policy) > 0);
  }
}
