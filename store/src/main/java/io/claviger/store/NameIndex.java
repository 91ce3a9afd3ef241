package io.claviger.store;

import io.claviger.base.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which account holds which [UniqueName]. Safe for use by many threads.
final class NameIndex {

  private final Map<UniqueName, AccountId> holders = new ConcurrentHashMap<>();

  Optional<AccountId> holder(UniqueName name) {
    return Optional.ofNullable(holders.get(name));
  }

  /// Gives all these names to the account; or none of them and false, if another one holds one.
  boolean claimAll(Collection<UniqueName> names, AccountId account) {
    List<UniqueName> claimed = new ArrayList<>();
    for (UniqueName name : names) {
      AccountId holder = holders.putIfAbsent(name, account);
      if (holder == null) {
        claimed.add(name);
      } else if (!holder.equals(account)) {
        releaseAll(claimed, account);
        return false;
      }
    }
    return true;
  }

  /// Frees those of the names that the account holds.
  void releaseAll(Collection<UniqueName> names, AccountId account) {
    names.forEach(name -> holders.remove(name, account));
  }
}
