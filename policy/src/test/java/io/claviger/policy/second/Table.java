package io.claviger.policy.second;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts by row and column. Not thread-safe.
///
/// @param title of the column that names the rows
record Table(String title, List<String> columns, Map<String, long[]> rows) {

  Table(String title, List<String> columns) {
    this(title, columns, new TreeMap<>());
  }

  void add(String row, String column, long count) {
    rows.computeIfAbsent(row, _ -> new long[columns.size()])[columns.indexOf(column)] += count;
  }

  void add(Table other) {
    other.rows.forEach((row, counts) -> {
      for (int i = 0; i < counts.length; i++) {
        add(row, columns.get(i), counts[i]);
      }
    });
  }

  long count(String row, String column) {
    return rows.getOrDefault(row, new long[columns.size()])[columns.indexOf(column)];
  }

  long total(String column) {
    return rows.keySet().stream().mapToLong(row -> count(row, column)).sum();
  }

  /// As a table of Markdown.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(title).append(" | ").append(String.join(" | ", columns));
    text.append(" |\n|---").append("|--:".repeat(columns.size())).append("|\n");
    rows.forEach((row, counts) -> {
      text.append("| ").append(row);
      for (long count : counts) {
        text.append(" | ").append("%,d".formatted(count));
      }
      text.append(" |\n");
    });
    return text.toString();
  }
}
