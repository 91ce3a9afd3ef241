package io.claviger.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The entities of one kind in one [Account], by id and in the order of their names.
public final class Directory<E extends Entity> {

  private final Account account;
  private final EntityKind kind;
  private final Class<E> type;

  Directory(Account account, EntityKind kind, Class<E> type) {
    this.account = account;
    this.kind = kind;
    this.type = type;
  }

  public Optional<E> byId(String id) {
    return account.find(new EntityKey(kind, id), type);
  }

  /// The entity of that name, compared without regard to case; for MFA devices of that path and
  /// name and for OpenID Connect providers of that URL, compared exactly.
  public Optional<E> named(String name) {
    return account.keyOfName(nameKey(name)).flatMap(key -> account.find(key, type));
  }

  /// The entity with exactly this ARN, path and case included.
  public Optional<E> withArn(String arn) {
    return named(arn.substring(arn.lastIndexOf('/') + 1))
        .filter(found ->
            found instanceof Named entity && entity.arn(account.id()).toString().equals(arn));
  }

  /// The entities in the order of their names, lazily: taking the first hundred of 100,000 touches
  /// a hundred.
  ///
  /// @param after where to go on: the name of the last entity already seen, or null for the start
  public Stream<E> inOrder(@Nullable String after) {
    NameKey from = nameKey(after == null ? "" : after);
    return account.keysFrom(from, after == null).flatMap(key -> account.find(key, type).stream());
  }

  public int size() {
    return account.count(kind);
  }

  private NameKey nameKey(String name) {
    return kind == EntityKind.MFA_DEVICE || kind == EntityKind.OIDC_PROVIDER
        ? new NameKey(kind, name)
        : new NameKey(kind, name.toLowerCase(Locale.ROOT));
  }
}
