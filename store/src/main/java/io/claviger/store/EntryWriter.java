package io.claviger.store;

import io.claviger.account.EntityKey;
import io.claviger.account.SecretName;
import io.claviger.base.AccountId;
import io.claviger.store.JournalEntry.AccountChanged;
import io.claviger.store.JournalEntry.AccountCreated;
import io.claviger.store.JournalEntry.EncodedEntity;
import io.claviger.store.JournalEntry.EventLogged;
import io.claviger.store.JournalEntry.LastUse;
import io.claviger.store.JournalEntry.Mark;
import io.claviger.store.JournalEntry.MarkClaimed;
import io.claviger.store.JournalEntry.MarkReleased;
import io.claviger.store.JournalEntry.SealedSecret;
import io.claviger.store.JournalEntry.Swept;
import io.claviger.store.JournalEntry.TokenKeyAdded;
import io.claviger.store.JournalEntry.TokenKeyDropped;
import io.claviger.store.JournalEntry.UsedThing;
import io.claviger.store.JournalEntry.UsesCounted;
import io.claviger.store.JournalEntry.UsesForgotten;
import io.claviger.store.RowTags.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes journal entries as rows, within a transaction that the caller holds.
final class EntryWriter {

  private final Sql sql;
  private final ChangeCodec changes;
  private final Map<AccountId, RowTags> tags;
  private long lastEvent;

  /// @param tags of every account that is there
  EntryWriter(Sql sql, ChangeCodec changes, Map<AccountId, RowTags> tags) {
    this.sql = sql;
    this.changes = changes;
    this.tags = tags;
    this.lastEvent =
        sql.query("SELECT COALESCE(MAX(seq), 0) FROM audit_event", row -> row.getLong(1))
            .getFirst();
  }

  void write(JournalEntry entry) {
    switch (entry) {
      case AccountCreated created -> create(created);
      case AccountChanged changed -> change(changed);
      case EventLogged logged -> log(logged);
      case MarkClaimed claimed -> claim(claimed);
      case MarkReleased released -> release(released.mark());
      case UsesCounted counted -> counted.uses().forEach(this::use);
      case UsesForgotten forgotten -> forgotten.things().forEach(this::forget);
      case TokenKeyAdded added ->
          sql.update(
              "INSERT INTO token_key (id, created, sealed) VALUES (?, ?, ?)",
              added.id(),
              added.created().toEpochMilli(),
              added.sealed().bytes());
      case TokenKeyDropped dropped ->
          sql.update("DELETE FROM token_key WHERE id = ?", dropped.id());
      case Swept swept -> sweep(swept);
    }
  }

  private void create(AccountCreated created) {
    RowTags fresh = new RowTags(created.account(), created.dataKey());
    tags.put(created.account(), fresh);
    sql.update(
        "INSERT INTO account (id, version, data_key, seal) VALUES (?, 0, ?, ?)",
        created.account().digits(),
        created.dataKey().wrapped().bytes(),
        fresh.seal(0));
  }

  private void change(AccountChanged changed) {
    String account = changed.account().digits();
    RowTags rows = Objects.requireNonNull(tags.get(changed.account()));
    List<ChangeCodec.Touched> touched = new ArrayList<>();
    for (EntityKey key : changed.removed()) {
      touched.add(new ChangeCodec.Touched(key, takeEntity(account, rows, key), null));
    }
    for (EncodedEntity entity : changed.put()) {
      String before = takeEntity(account, rows, entity.key());
      touched.add(new ChangeCodec.Touched(entity.key(), before, entity.json()));
      putEntity(account, rows, entity, changed.version());
    }
    changed.erased().forEach(name -> takeSecret(account, rows, name));
    changed.secrets().forEach(secret -> putSecret(account, rows, secret, changed.version()));
    names(changed);
    history(changed, rows, changes.write(touched));
    advance(changed, rows);
  }

  private void putEntity(String account, RowTags rows, EncodedEntity entity, long version) {
    sql.update(
        "INSERT INTO entity (account, kind, id, version, json, tag) VALUES (?, ?, ?, ?, ?, ?)",
        account,
        entity.key().kind().name(),
        entity.key().id(),
        version,
        entity.json(),
        rows.add(Row.entity(entity.key(), version, entity.json())));
  }

  /// Removes an entity's row and returns what it held, or null if it was not there.
  private @Nullable String takeEntity(String account, RowTags rows, EntityKey key) {
    List<Row> old =
        sql.query(
            "SELECT version, json FROM entity WHERE account = ? AND kind = ? AND id = ?",
            row -> Row.entity(key, row.getLong(1), row.getString(2)),
            account,
            key.kind().name(),
            key.id());
    if (old.isEmpty()) {
      return null;
    }
    rows.remove(old.getFirst());
    sql.update(
        "DELETE FROM entity WHERE account = ? AND kind = ? AND id = ?",
        account,
        key.kind().name(),
        key.id());
    return old.getFirst().content();
  }

  private void putSecret(String account, RowTags rows, SealedSecret secret, long version) {
    takeSecret(account, rows, secret.name());
    sql.update(
        "INSERT INTO secret (account, kind, id, version, sealed, tag) VALUES (?, ?, ?, ?, ?, ?)",
        account,
        secret.name().kind().name(),
        secret.name().id(),
        version,
        secret.sealed().bytes(),
        rows.add(Row.secret(secret.name(), version, secret.sealed())));
  }

  private void takeSecret(String account, RowTags rows, SecretName name) {
    sql.query(
            "SELECT version, sealed FROM secret WHERE account = ? AND kind = ? AND id = ?",
            row -> Row.secret(name, row.getLong(1), Sealed.of(row.getBytes(2))),
            account,
            name.kind().name(),
            name.id())
        .forEach(rows::remove);
    sql.update(
        "DELETE FROM secret WHERE account = ? AND kind = ? AND id = ?",
        account,
        name.kind().name(),
        name.id());
  }

  private void names(AccountChanged changed) {
    for (UniqueName name : changed.released()) {
      sql.update(
          "DELETE FROM unique_name WHERE kind = ? AND name = ?", name.kind().name(), name.text());
    }
    for (UniqueName name : changed.claimed()) {
      sql.update(
          "INSERT INTO unique_name (kind, name, account) VALUES (?, ?, ?)",
          name.kind().name(),
          name.text(),
          changed.account().digits());
    }
  }

  private void history(AccountChanged changed, RowTags rows, String json) {
    sql.update(
        "INSERT INTO account_change (account, version, made, json, tag) VALUES (?, ?, ?, ?, ?)",
        changed.account().digits(),
        changed.version(),
        changed.time().toEpochMilli(),
        json,
        rows.tagOnly(Row.change(changed.version(), json)));
  }

  /// Moves the account from the version before. That it was there is checked here once more, by the
  /// database itself.
  private void advance(AccountChanged changed, RowTags rows) {
    int moved =
        sql.update(
            "UPDATE account SET version = ?, seal = ? WHERE id = ? AND version = ?",
            changed.version(),
            rows.seal(changed.version()),
            changed.account().digits(),
            changed.version() - 1);
    if (moved != 1) {
      throw new IllegalStateException(
          "Account %s is not at version %d".formatted(changed.account(), changed.version() - 1));
    }
  }

  private void log(EventLogged logged) {
    AccountId account = logged.event().account();
    sql.update(
        "INSERT INTO audit_event (seq, event_id, account, happened, name, json)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        ++lastEvent,
        logged.event().eventId(),
        account == null ? null : account.digits(),
        logged.event().eventTime().toEpochMilli(),
        logged.event().eventName(),
        logged.json());
  }

  private void claim(MarkClaimed claimed) {
    // A row can be there still when the mark has been forgotten, and its sweep stands in the queue.
    sql.update(
        "INSERT INTO used_once (account, purpose, mark, expires) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (account, purpose, mark) DO UPDATE SET expires = excluded.expires",
        claimed.mark().account().digits(),
        claimed.mark().purpose(),
        claimed.mark().mark(),
        claimed.until().toEpochMilli());
  }

  private void release(Mark mark) {
    sql.update(
        "DELETE FROM used_once WHERE account = ? AND purpose = ? AND mark = ?",
        mark.account().digits(),
        mark.purpose(),
        mark.mark());
  }

  private void use(LastUse last) {
    sql.update(
        "INSERT INTO activity (account, kind, id, used, service, region)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account, kind, id) DO UPDATE"
            + " SET used = excluded.used, service = excluded.service, region = excluded.region",
        last.thing().account().digits(),
        last.thing().kind().name(),
        last.thing().id(),
        last.use().at().toEpochMilli(),
        last.use().service(),
        last.use().region());
  }

  private void forget(UsedThing thing) {
    sql.update(
        "DELETE FROM activity WHERE account = ? AND kind = ? AND id = ?",
        thing.account().digits(),
        thing.kind().name(),
        thing.id());
  }

  private void sweep(Swept swept) {
    sql.update("DELETE FROM used_once WHERE expires < ?", swept.marksUntil().toEpochMilli());
    sql.update("DELETE FROM account_change WHERE made < ?", swept.changesBefore().toEpochMilli());
  }
}
