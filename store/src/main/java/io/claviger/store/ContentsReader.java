package io.claviger.store;

import io.claviger.account.Activity;
import io.claviger.account.Entity;
import io.claviger.account.EntityKey;
import io.claviger.account.EntityKind;
import io.claviger.account.SecretName;
import io.claviger.base.AccountId;
import io.claviger.store.JournalEntry.EncodedEntity;
import io.claviger.store.JournalEntry.LastUse;
import io.claviger.store.JournalEntry.Mark;
import io.claviger.store.JournalEntry.MarkClaimed;
import io.claviger.store.JournalEntry.SealedSecret;
import io.claviger.store.JournalEntry.TokenKeyAdded;
import io.claviger.store.JournalEntry.UsedThing;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads everything that a database holds, and trusts nothing that it reads.
///
/// A record that is altered, unknown, missing, added or of another account ends the reading with a
/// [StoreFailure] that names it.
final class ContentsReader {

  private final Sql sql;
  private final KeyEncryptionKey kek;
  private final EntityCodec codec;
  private final Map<String, Reading> accounts = new HashMap<>();

  ContentsReader(Sql sql, KeyEncryptionKey kek, EntityCodec codec) {
    this.sql = sql;
    this.kek = kek;
    this.codec = codec;
  }

  /// An account while its rows come in.
  private record Reading(
      AccountId id,
      long version,
      DataKey dataKey,
      Seal seal,
      RowTags tags,
      List<EncodedEntity> entities,
      List<SealedSecret> secrets) {}

  /// The bytes of an account's seal.
  private static final class Seal {
    private final byte[] bytes;

    Seal(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean covers(RowTags tags, long version) {
      return MessageDigest.isEqual(bytes, tags.seal(version));
    }
  }

  Journal.Contents read() {
    each("account", 1, "id, version, data_key, seal", this::account);
    each("entity", 3, "account, kind, id, version, json, tag", this::entity);
    each("secret", 3, "account, kind, id, version, sealed, tag", this::secret);
    for (Reading account : accounts.values()) {
      if (!account.seal().covers(account.tags(), account.version())) {
        throw sql.damaged(
            "account " + account.id(), "its rows are not those it was last written with");
      }
    }
    List<Journal.StoredAccount> stored = accounts.values().stream().map(this::decoded).toList();
    if (!names(stored).equals(storedNames())) {
      throw sql.damaged("unique_name", "the names are not those of the accounts");
    }
    return new Journal.Contents(
        stored,
        each("used_once", 3, "account, purpose, mark, expires", this::mark),
        each("activity", 3, "account, kind, id, used, service, region", this::use),
        each("token_key", 1, "id, created, sealed", this::tokenKey));
  }

  private Journal.StoredAccount decoded(Reading account) {
    // The quick part of reading is one after the other; this one takes all processors.
    List<Entity> entities =
        account.entities().parallelStream()
            .map(encoded -> decoded(account.id(), encoded.key(), encoded.json()))
            .toList();
    return new Journal.StoredAccount(
        account.id(), account.version(), account.dataKey(), entities, account.secrets());
  }

  private Entity decoded(AccountId account, EntityKey key, String json) {
    try {
      Entity entity = codec.readEntity(key.kind(), json);
      if (!entity.key().equals(key)) {
        throw new StoreFailure("it holds " + entity.key());
      }
      return entity;
    } catch (StoreFailure e) {
      throw sql.damaged("entity %s %s %s".formatted(account, key.kind(), key.id()), e.getMessage());
    }
  }

  private static Map<UniqueName, AccountId> names(List<Journal.StoredAccount> stored) {
    Map<UniqueName, AccountId> result = new HashMap<>();
    for (Journal.StoredAccount account : stored) {
      for (Entity entity : account.entities()) {
        UniqueName.of(account.id(), entity).ifPresent(name -> result.put(name, account.id()));
      }
    }
    return result;
  }

  private Map<UniqueName, AccountId> storedNames() {
    Map<UniqueName, AccountId> result = new HashMap<>();
    each(
        "unique_name",
        2,
        "kind, name, account",
        row ->
            result.put(
                new UniqueName(UniqueName.Kind.valueOf(row.getString(1)), row.getString(2)),
                new AccountId(row.getString(3))));
    return result;
  }

  /// The tags of the accounts that were read, for writing on.
  Map<AccountId, RowTags> tags() {
    Map<AccountId, RowTags> result = new HashMap<>();
    accounts.values().forEach(account -> result.put(account.id(), account.tags()));
    return result;
  }

  /// Reads a table; whatever a row does not bear names the row.
  ///
  /// @param keys how many of the columns, the first ones, are the row's key
  private <T> List<T> each(String table, int keys, String columns, Sql.RowReader<T> reader) {
    return sql.query(
        "SELECT " + columns + " FROM " + table,
        row -> {
          try {
            return reader.read(row);
          } catch (StoreFailure e) {
            throw sql.damaged(record(table, keys, row), e.getMessage());
          } catch (RuntimeException e) {
            throw sql.damaged(record(table, keys, row), e.toString());
          }
        });
  }

  private static String record(String table, int keys, ResultSet row) throws SQLException {
    List<String> words = new ArrayList<>(List.of(table));
    for (int column = 1; column <= keys; column++) {
      words.add(String.valueOf(row.getString(column)));
    }
    return String.join(" ", words);
  }

  private boolean account(ResultSet row) throws SQLException {
    AccountId id = new AccountId(row.getString(1));
    DataKey key = kek.unwrap(id, Sealed.of(row.getBytes(3)));
    Seal seal = new Seal(row.getBytes(4));
    RowTags tags = new RowTags(id, key);
    accounts.put(
        id.digits(),
        new Reading(id, row.getLong(2), key, seal, tags, new ArrayList<>(), new ArrayList<>()));
    return true;
  }

  private boolean entity(ResultSet row) throws SQLException {
    Reading account = owner(row);
    EntityKey key = new EntityKey(EntityKind.valueOf(row.getString(2)), row.getString(3));
    String json = row.getString(5);
    RowTags.Row tagged = RowTags.Row.entity(key, row.getLong(4), json);
    check(account.tags().addIfTagged(tagged, row.getBytes(6)));
    return account.entities().add(new EncodedEntity(key, json));
  }

  private boolean secret(ResultSet row) throws SQLException {
    Reading account = owner(row);
    SecretName name = new SecretName(SecretName.Kind.valueOf(row.getString(2)), row.getString(3));
    Sealed sealed = Sealed.of(row.getBytes(5));
    RowTags.Row tagged = RowTags.Row.secret(name, row.getLong(4), sealed);
    check(account.tags().addIfTagged(tagged, row.getBytes(6)));
    return account.secrets().add(new SealedSecret(name, sealed));
  }

  private MarkClaimed mark(ResultSet row) throws SQLException {
    Mark mark = new Mark(new AccountId(row.getString(1)), row.getString(2), row.getString(3));
    return new MarkClaimed(mark, Instant.ofEpochMilli(row.getLong(4)));
  }

  private LastUse use(ResultSet row) throws SQLException {
    return new LastUse(
        new UsedThing(
            new AccountId(row.getString(1)),
            Activity.Kind.valueOf(row.getString(2)),
            row.getString(3)),
        new Activity.Use(Instant.ofEpochMilli(row.getLong(4)), row.getString(5), row.getString(6)));
  }

  private TokenKeyAdded tokenKey(ResultSet row) throws SQLException {
    TokenKeyAdded key =
        new TokenKeyAdded(
            row.getInt(1), Instant.ofEpochMilli(row.getLong(2)), Sealed.of(row.getBytes(3)));
    // Opened here only to find damage where it can be named.
    kek.openTokenKey(key.id(), key.created(), key.sealed());
    return key;
  }

  private Reading owner(ResultSet row) throws SQLException {
    Reading account = accounts.get(row.getString(1));
    if (account == null) {
      throw new StoreFailure("it belongs to no account");
    }
    return account;
  }

  private static void check(boolean tagged) {
    if (!tagged) {
      throw new StoreFailure("its tag is not its own: the row is altered");
    }
  }
}
