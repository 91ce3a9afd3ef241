package io.claviger.service;

import io.claviger.account.Activity;
import io.claviger.base.AccountId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The last uses of a test. For one thread.
final class MemoryActivity implements Activity {

  private final Map<String, Use> uses = new HashMap<>();

  @Override
  public void record(AccountId account, Kind kind, String id, Use use) {
    uses.put(account + " " + kind + " " + id, use);
  }

  @Override
  public Optional<Use> lastUse(AccountId account, Kind kind, String id) {
    return Optional.ofNullable(uses.get(account + " " + kind + " " + id));
  }

  @Override
  public Map<String, Use> actionsOf(AccountId account, String principalId) {
    String prefix = account + " " + Kind.ACTION + " " + Activity.actionId(principalId, "");
    Map<String, Use> result = new HashMap<>();
    uses.forEach((key, use) -> {
      if (key.startsWith(prefix)) {
        result.put(key.substring(prefix.length()), use);
      }
    });
    return result;
  }
}
