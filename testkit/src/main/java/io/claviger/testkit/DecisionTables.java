package io.claviger.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The scenario tables of authorization: JSON Lines, each line one request with its policies and
/// the decision that is expected of it. The engine, the simulator and the server's own
/// authorization must agree on every row.
///
/// A row has `id` (the rule it shows, and a claim), `basis` (the page that says so), `request`,
/// `policies` and `expected` (`decision`, and `layer` for a denial). `docs/semantics.md` lists the
/// rules.
public final class DecisionTables {

  private static final List<String> TABLES =
      List.of("layers", "grants", "organization", "elements", "conditions", "context", "abuse");

  private DecisionTables() {}

  /// All rows, in order.
  public static Stream<String> all() {
    return TABLES.stream().flatMap(DecisionTables::rows);
  }

  /// The rows of one table.
  public static Stream<String> rows(String table) {
    String name = "decisions/" + table + ".jsonl";
    try (InputStream stream = DecisionTables.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
