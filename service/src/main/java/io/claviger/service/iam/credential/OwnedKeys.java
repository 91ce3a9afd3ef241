package io.claviger.service.iam.credential;

import io.claviger.account.AccessKey;
import io.claviger.account.Account;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Owner;

/// The access keys of one owner.
final class OwnedKeys {

  private OwnedKeys() {}

  /// The owner's key of that id. A key that is another's is as good as none: the right to manage
  /// one user's keys must not reach another's.
  ///
  /// @throws io.claviger.wire.ServiceError when the owner has no such key
  static AccessKey require(String keyId, Owner owner, Account home) {
    return home.accessKey(keyId)
        .filter(key -> key.ownerId().equals(owner.id()))
        .orElseThrow(() -> IamErrors.noSuchAccessKey(keyId));
  }

  /// The status as AWS words it.
  static String status(AccessKey key) {
    return key.active() ? "Active" : "Inactive";
  }
}
