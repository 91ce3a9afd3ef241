package io.claviger.account;

import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.util.Optional;

/// The secrets of all accounts, sealed at rest. They are put and erased through a [Change].
public interface Secrets {

  /// The secret as of the newest change, published or not; empty when there is none. Touches memory
  /// only.
  Optional<SecretText> find(AccountId account, SecretName name);
}
