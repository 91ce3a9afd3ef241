package io.claviger.store;

import io.claviger.account.Account;
import io.claviger.base.AccountId;
import java.util.Optional;

/// Accounts as they were. Secrets have no history.
public interface History {

  /// The account as of one of its versions; empty if there is no such version, or the changes since
  /// are not kept any more. Blocks for the disk.
  ///
  /// @throws StoreFailure if a kept change is altered
  Optional<Account> at(AccountId account, long version);
}
