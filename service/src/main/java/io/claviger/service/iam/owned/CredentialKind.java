package io.claviger.service.iam.owned;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.UserCredential;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.iam.Owner;
import io.claviger.wire.ServiceError;
import java.util.Optional;

/// A kind of credential of which a user can have several.
public interface CredentialKind<C extends UserCredential> {

  Class<C> type();

  /// AWS's error where the user has none of that id.
  ServiceError missing(String id);

  /// The change that takes the credential away, and the secrets that belong to it.
  default Change removal(C credential) {
    return Change.remove(credential.key());
  }

  /// The access with the condition keys that say which credential it is about.
  default AccessRequest about(C credential, AccessRequest access) {
    return access;
  }

  /// The owner's credential of that id. One that is another's is as good as none: the right to
  /// manage one user's credentials must not reach another's.
  default Optional<C> find(String id, Owner owner, Account home) {
    return home.credentialsOf(owner.id(), type()).stream()
        .filter(credential -> credential.id().equals(id))
        .findFirst();
  }

  /// The same credential.
  ///
  /// @throws ServiceError when the owner has no such one
  default C require(String id, Owner owner, Account home) {
    return find(id, owner, home).orElseThrow(() -> missing(id));
  }
}
