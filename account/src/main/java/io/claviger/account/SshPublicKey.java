package io.claviger.account;

import java.time.Instant;

/// An SSH public key of a user's, for CodeCommit.
///
/// @param id `APKA…`; carries the account as an access key id does
/// @param ownerId the user's unique id
/// @param body `ssh-rsa` and the key in base64, without a comment
/// @param fingerprint MD5 of the key as SSH writes it, in lower-case hex with colons
/// @param created when it was uploaded
public record SshPublicKey(
    String id, String ownerId, String body, String fingerprint, boolean active, Instant created)
    implements UserCredential {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.SSH_PUBLIC_KEY, id);
  }

  @Override
  public SshPublicKey withActive(boolean newActive) {
    return new SshPublicKey(id, ownerId, body, fingerprint, newActive, created);
  }
}
