package io.claviger.account;

import io.claviger.base.AccountId;
import java.util.Optional;

/// Every account as it is published.
public interface Accounts {

  /// The account with that id; empty when there is none.
  Optional<Account> account(AccountId id);

  /// The account that has this alias, if any. Aliases are unique over all accounts.
  Optional<AccountId> accountWithAlias(String alias);

  /// The account that has taken over the delegation request of that id, if any has.
  Optional<AccountId> accountWithDelegation(String requestId);

  /// The account that a long-term access key given from outside belongs to: one whose id does not
  /// carry its account (see [Ids]). Such ids are unique over all accounts.
  Optional<AccountId> accountOfForeignKey(String accessKeyId);
}
