package io.claviger.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Opens connections to the database file and brings its schema up to date.
final class SqliteDatabase {

  /// How many `sqlite-N.sql` there are; a database says in `meta` how many it has had.
  private static final int SCHEMA_VERSION = 1;

  /// WAL with FULL: a transaction is on disk when its commit returns. What is deleted is
  /// overwritten. The last two keep a damaged or foreign file from doing harm.
  private static final String SETTINGS =
      """
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA cell_size_check = ON;
      PRAGMA trusted_schema = OFF;
      """;

  private final Path file;

  SqliteDatabase(Path file) {
    this.file = file;
  }

  /// A connection to a database of the current schema that belongs to this key.
  ///
  /// @throws StoreFailure if it is damaged, newer than this program, or of another key
  Sql open(KeyEncryptionKey key) {
    Sql sql = connect();
    try {
      sql.script("CREATE TABLE IF NOT EXISTS meta (name TEXT NOT NULL PRIMARY KEY, value TEXT)");
      sql.transaction(() -> prove(sql, key));
      int version = meta(sql, "schema").map(Integer::parseInt).orElse(0);
      if (version > SCHEMA_VERSION) {
        throw new StoreFailure(
            "Database %s has schema %d, but this program knows only %d: use a newer one"
                .formatted(file, version, SCHEMA_VERSION));
      }
      for (int next = version + 1; next <= SCHEMA_VERSION; next++) {
        migrate(sql, next);
      }
      return sql;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  /// A further connection, for reading.
  Sql connect() {
    try {
      Sql sql = new Sql(file.toString(), DriverManager.getConnection("jdbc:sqlite:" + file));
      sql.script(SETTINGS);
      return sql;
    } catch (SQLException e) {
      throw new StoreFailure("Database " + file + ": " + e.getMessage(), e);
    }
  }

  private void prove(Sql sql, KeyEncryptionKey key) {
    HexFormat hex = HexFormat.of();
    Optional<String> proof = meta(sql, "key_proof");
    if (proof.isEmpty()) {
      setMeta(sql, "key_proof", hex.formatHex(key.newProof().bytes()));
    } else if (!key.hasMade(Sealed.of(hex.parseHex(proof.get())))) {
      throw new StoreFailure(
          "Database " + file + " was made with another key: give the key file that belongs to it");
    }
  }

  private void migrate(Sql sql, int version) {
    sql.transaction(() -> {
      sql.script(resource("sqlite-" + version + ".sql"));
      setMeta(sql, "schema", Integer.toString(version));
    });
  }

  private static Optional<String> meta(Sql sql, String name) {
    List<String> values =
        sql.query("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), name);
    return values.stream().findFirst();
  }

  private static void setMeta(Sql sql, String name, String value) {
    sql.update(
        "INSERT INTO meta (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }

  private static String resource(String name) {
    try (InputStream in = SqliteDatabase.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Resource is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
