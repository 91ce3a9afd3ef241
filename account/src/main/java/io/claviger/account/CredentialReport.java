package io.claviger.account;

import java.time.Instant;

/// The newest credential report of the account, as it was when it was made.
///
/// @param content CSV
public record CredentialReport(Instant created, PackedText content) implements Entity {

  public static final EntityKey KEY = new EntityKey(EntityKind.CREDENTIAL_REPORT, "");

  @Override
  public EntityKey key() {
    return KEY;
  }
}
