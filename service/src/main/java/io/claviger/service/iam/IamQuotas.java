package io.claviger.service.iam;

import io.claviger.account.Account;
import io.claviger.account.EntityKind;
import io.claviger.account.Quota;

/// The quotas of an account, as operations hold to them.
///
/// AWS rule: IAM User Guide, "IAM and AWS STS quotas".
public final class IamQuotas {

  private IamQuotas() {}

  /// Refuses one entity more where there are as many as there may be.
  ///
  /// @throws io.claviger.wire.ServiceError `LimitExceeded`
  public static void requireRoom(Quota quota, EntityKind kind, Account home) {
    int most = home.quotas().of(quota);
    if (home.count(kind) >= most) {
      throw IamErrors.limitExceeded(quota.awsName(), most);
    }
  }
}
