package io.claviger.store;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.SecretName;
import java.util.List;
import org.pcollections.PMap;

/// An account with its sealed secrets, as of one version.
record AccountState(Account account, PMap<SecretName, Sealed> secrets) {

  /// The state with the change applied.
  ///
  /// @param sealed the change's secrets
  AccountState apply(Change change, List<JournalEntry.SealedSecret> sealed) {
    return new AccountState(account.apply(change), secrets.minusAll(change.erased()))
        .withSecrets(sealed);
  }

  AccountState withSecrets(List<JournalEntry.SealedSecret> sealed) {
    PMap<SecretName, Sealed> result = secrets;
    for (JournalEntry.SealedSecret secret : sealed) {
      result = result.plus(secret.name(), secret.sealed());
    }
    return new AccountState(account, result);
  }
}
