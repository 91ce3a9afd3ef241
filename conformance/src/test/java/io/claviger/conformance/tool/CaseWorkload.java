package io.claviger.conformance.tool;

import io.claviger.testkit.DecisionTables;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Prints decision cases for the measurements of `docs/performance.md`: the rows of the scenario
/// tables in rotation.
final class CaseWorkload {

  private CaseWorkload() {}

  /// Prints cases.
  ///
  /// @param arguments how many cases, and `distinct` if no policy document is to come twice
  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    boolean isDistinct = arguments.length > 1 && arguments[1].equals("distinct");
    List<String> rows = DecisionTables.all().toList();
    PrintStream out =
        new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
    for (int i = 0; i < count; i++) {
      String row = rows.get(i % rows.size());
      String id = "\"Id\":\"d" + i + "\",\"Statement\"";
      out.append(isDistinct ? row.replace("\"Statement\"", id) : row).append('\n');
    }
    out.flush();
  }
}
