package io.claviger.service.iam;

import io.claviger.account.Account;
import io.claviger.account.CustomerPolicy;
import io.claviger.base.Arn;
import java.util.Optional;

/// The managed policies that an account's users, groups and roles can have: its own and AWS's.
public final class AttachablePolicies {

  private AttachablePolicies() {}

  /// The policy's ARN, or empty when this account cannot attach a policy of that ARN.
  public static Optional<Arn> find(String arn, Account home) {
    Optional<CustomerPolicy> own = IamEntities.findPolicy(home, arn);
    return own.isPresent() ? own.map(policy -> policy.arn(home.id())) : findAws(arn);
  }

  /// The policy's ARN.
  ///
  /// @throws io.claviger.wire.ServiceError when this account cannot attach a policy of that ARN
  public static Arn require(String arn, Account home) {
    return find(arn, home).orElseThrow(() -> IamErrors.noSuchPolicyToAttach(arn));
  }

  private static Optional<Arn> findAws(String arn) {
    return Arn.find(arn)
        .filter(parsed -> parsed.service().equals("iam") && parsed.account().equals("aws"));
  }
}
