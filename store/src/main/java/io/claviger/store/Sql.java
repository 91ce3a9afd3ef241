package io.claviger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connection whose statements are prepared once. Not safe for use by many threads at a time.
final class Sql implements AutoCloseable {

  private final String name;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /// @param name the database, for messages
  Sql(String name, Connection connection) {
    this.name = name;
    this.connection = connection;
  }

  /// Reads one row.
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  /// Runs a statement and returns how many rows it changed.
  ///
  /// @param parameters strings, longs, integers and byte arrays
  int update(String sql, @Nullable Object... parameters) {
    return failing(() -> bound(sql, parameters).executeUpdate());
  }

  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return failing(() -> {
      List<T> result = new ArrayList<>();
      try (ResultSet rows = bound(sql, parameters).executeQuery()) {
        while (rows.next()) {
          result.add(reader.read(rows));
        }
      }
      return result;
    });
  }

  /// Runs the work in a transaction: all of it becomes durable, or nothing.
  void transaction(Runnable work) {
    failing(() -> {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        rollback(e);
        throw e;
      }
      connection.setAutoCommit(true);
      return true;
    });
  }

  /// That a record cannot be trusted.
  StoreFailure damaged(String record, @Nullable String why) {
    return new StoreFailure("Database " + name + ", " + record + ": " + why);
  }

  /// Runs statements that are used once.
  void script(String script) {
    failing(() -> {
      try (var statement = connection.createStatement()) {
        for (String sql : script.split(";\n", -1)) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
      }
      return true;
    });
  }

  @Override
  public void close() {
    failing(() -> {
      connection.close();
      return true;
    });
  }

  private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      switch (parameters[i]) {
        case null -> statement.setString(i + 1, null);
        case String text -> statement.setString(i + 1, text);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        default -> throw new IllegalArgumentException("No SQL type: " + parameters[i]);
      }
    }
    return statement;
  }

  private void rollback(Exception why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private <T> T failing(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new StoreFailure("Database " + name + ": " + e.getMessage(), e);
    }
  }
}
