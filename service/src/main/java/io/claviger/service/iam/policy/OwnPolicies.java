package io.claviger.service.iam.policy;

import io.claviger.access.CallerIdentity;
import io.claviger.account.Account;
import io.claviger.account.CustomerPolicy;
import io.claviger.service.Call;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;

/// The policies that an account may change: its own.
final class OwnPolicies {

  private OwnPolicies() {}

  /// The customer managed policy to change.
  ///
  /// @param action what is to be done, `iam:DeletePolicy`
  /// @throws io.claviger.wire.ServiceError `AccessDenied` for a policy of AWS's, which nobody may
  ///   change, whatever their policies allow
  static CustomerPolicy require(
      String arn, String action, Call call, Account home, AttachablePolicies policies) {
    AttachablePolicies.requireArn(arn);
    if (policies.isOfAws(arn)) {
      throw IamErrors.policyIsOfAws(name(call), action, arn);
    }
    return IamEntities.policy(home, arn);
  }

  private static String name(Call call) {
    return CallerIdentity.of(call.caller())
        .map(names -> names.arn().toString())
        .orElse("anonymous");
  }

  /// The version to change.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none
  static CustomerPolicy.PolicyVersion version(CustomerPolicy policy, String arn, String versionId) {
    return policy
        .version(versionId)
        .orElseThrow(() -> IamErrors.noSuchPolicyVersion(arn, versionId));
  }
}
