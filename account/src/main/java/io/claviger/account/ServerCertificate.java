package io.claviger.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An X.509 certificate for servers. Its private key is in [Secrets] under
/// [SecretName.Kind#SERVER_CERTIFICATE] and is never shown.
///
/// @param id `ASCA…`
/// @param created when it was uploaded
/// @param body the certificate in PEM, as it was uploaded
/// @param chain the certificates that issued it in PEM, the nearest first; null where none were
///   uploaded
/// @param expiration when it ceases to be valid
public record ServerCertificate(
    String id,
    String path,
    String name,
    Instant created,
    Tags tags,
    String body,
    @Nullable String chain,
    Instant expiration)
    implements Named, Tagged {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.SERVER_CERTIFICATE, id);
  }

  @Override
  public String arnType() {
    return "server-certificate";
  }

  /// The same certificate under another path and name, with the same id.
  public ServerCertificate renamed(String newPath, String newName) {
    return new ServerCertificate(id, newPath, newName, created, tags, body, chain, expiration);
  }

  @Override
  public ServerCertificate withTags(Tags newTags) {
    return new ServerCertificate(id, path, name, created, newTags, body, chain, expiration);
  }
}
