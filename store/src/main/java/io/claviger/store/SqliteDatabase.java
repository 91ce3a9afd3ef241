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

/// Opens connections to the database file and brings its schema up to date.
final class SqliteDatabase {

  /// How many `sqlite-N.sql` there are; a database says in `meta` how many it has had.
  private static final int SCHEMA_VERSION = 1;

  private static final String SCHEMA = "schema";
  private static final String PROOF = "key_proof";

  /// The tables that are read at every start; the others only grow.
  private static final List<String> STATE =
      List.of("meta", "account", "entity", "secret", "unique_name", "used_once", "token_key");

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

  /// Makes the database, of the current schema and for this key, in an empty file.
  ///
  /// @throws StoreFailure if the disk fails
  void make(KeyEncryptionKey key) {
    try (Sql sql = connect()) {
      sql.transaction(() -> {
        sql.script("CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)");
        setMeta(sql, PROOF, HexFormat.of().formatHex(key.newProof().bytes()));
        setMeta(sql, SCHEMA, "0");
      });
      migrate(sql, 0);
    }
  }

  /// A connection to the database, its schema brought up to date.
  ///
  /// @throws StoreFailure if it is damaged, newer than this program, or of another key
  Sql open(KeyEncryptionKey key) {
    Sql sql = connect();
    try {
      int version = schemaOf(sql, key);
      for (String table : STATE) {
        check(sql, table);
      }
      migrate(sql, version);
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

  private int schemaOf(Sql sql, KeyEncryptionKey key) {
    try {
      Sealed proof = Sealed.of(HexFormat.of().parseHex(meta(sql, PROOF)));
      if (!key.hasMade(proof)) {
        throw new StoreFailure(
            "Database %s was made with another key: give the key file that belongs to it"
                .formatted(file));
      }
      int version = Integer.parseInt(meta(sql, SCHEMA));
      if (version > SCHEMA_VERSION) {
        throw new StoreFailure(
            "Database %s has schema %d, but this program knows only %d: use a newer one"
                .formatted(file, version, SCHEMA_VERSION));
      }
      return version;
    } catch (IllegalArgumentException e) {
      throw sql.damaged("meta", e.getMessage());
    }
  }

  /// Has SQLite check that a table and its indexes hold the same rows. What the rows say is checked
  /// when they are read.
  private static void check(Sql sql, String table) {
    List<String> findings =
        sql.query("PRAGMA integrity_check(" + table + ")", row -> row.getString(1));
    if (!findings.equals(List.of("ok"))) {
      throw sql.damaged(table, String.join("; ", findings));
    }
  }

  private static void migrate(Sql sql, int from) {
    for (int next = from + 1; next <= SCHEMA_VERSION; next++) {
      String version = Integer.toString(next);
      sql.transaction(() -> {
        sql.script(resource("sqlite-" + version + ".sql"));
        setMeta(sql, SCHEMA, version);
      });
    }
  }

  private static String meta(Sql sql, String name) {
    return sql
        .query("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), name)
        .stream()
        .findFirst()
        .orElseThrow(() -> sql.damaged("meta", name + " is missing"));
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
