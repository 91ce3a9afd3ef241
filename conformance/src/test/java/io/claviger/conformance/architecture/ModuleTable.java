package io.claviger.conformance.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The table of modules in `docs/architecture.md`: which may use which.
record ModuleTable(Map<String, Row> rows) {

  private static final Pattern ROW =
      Pattern.compile("\\| (\\d) \\| `(\\w+)` \\| [^|]+ \\| ([\\w ]+|–) \\|");
  private static final String ROOT_PACKAGE = "io.claviger.";

  /// @param needs the modules that it may use
  record Row(int level, Set<String> needs) {}

  static ModuleTable read() throws IOException {
    return parse(Files.readString(Repository.ROOT.resolve(Path.of("docs", "architecture.md"))));
  }

  static ModuleTable parse(String page) {
    Map<String, Row> rows =
        ROW.matcher(page)
            .results()
            .collect(
                Collectors.toMap(
                    row -> row.group(2),
                    row ->
                        new Row(
                            Integer.parseInt(row.group(1)),
                            row.group(3).equals("–") ? Set.of() : Set.of(row.group(3).split(" "))),
                    (a, b) -> {
                      throw new IllegalStateException("Two rows for one module: " + a + ", " + b);
                    },
                    LinkedHashMap::new));
    return new ModuleTable(rows);
  }

  /// The module that a package of ours belongs to: the name after `io.claviger.`.
  static String moduleOf(String packageName) {
    String rest = packageName.substring(ROOT_PACKAGE.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  boolean allows(String from, String to) {
    Row row = rows.get(from);
    return from.equals(to) || (row != null && row.needs().contains(to));
  }

  int level(String module) {
    Row row = rows.get(module);
    if (row == null) {
      throw new IllegalArgumentException("No row for the module " + module);
    }
    return row.level();
  }
}
