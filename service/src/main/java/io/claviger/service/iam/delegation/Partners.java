package io.claviger.service.iam.delegation;

import io.claviger.base.AccountId;
import java.util.Optional;

/// The partners that the operator of this installation has registered.
public interface Partners {

  /// None at all.
  Partners NONE = _ -> Optional.empty();

  /// The partner that has this account; empty where the account is no partner's.
  Optional<Partner> of(AccountId account);
}
