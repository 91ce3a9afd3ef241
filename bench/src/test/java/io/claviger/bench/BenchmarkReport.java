package io.claviger.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/// The medians of all rounds as a table in Markdown, with what the decisions of cedar-java cost in
/// multiples of ours.
final class BenchmarkReport {

  private static final String GC = "gc.alloc.rate.norm";
  private static final String MEMORY = "bytesPerStatement";

  /// A benchmark with the value of its one parameter; empty for benchmarks that have none.
  private record Line(String benchmark, String parameter) {}

  /// What was measured in each round.
  private static final class Figures {
    private final List<Double> clock = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();
    private String unit = "";
  }

  /// In the order in which they were measured.
  private final Map<Line, Figures> lines = new LinkedHashMap<>();

  void add(RunResult run) {
    String name = run.getParams().getBenchmark();
    String parameter =
        run.getParams().getParamsKeys().stream()
            .map(run.getParams()::getParam)
            .collect(Collectors.joining(" "));
    Line line = new Line(name.substring("io.claviger.bench.".length()), parameter);
    Figures figures = lines.computeIfAbsent(line, _ -> new Figures());
    Result<?> clock = run.getPrimaryResult();
    figures.unit = clock.getScoreUnit();
    figures.clock.add(clock.getScore());
    add(figures.cpu, run.getSecondaryResults().get(CpuTimeProfiler.LABEL));
    Result<?> memory = run.getSecondaryResults().get(MEMORY);
    add(figures.bytes, memory != null ? memory : run.getSecondaryResults().get(GC));
  }

  private static void add(List<Double> figures, @Nullable Result<?> result) {
    if (result != null) {
      figures.add(result.getScore());
    }
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("| Benchmark | Of | CPU | Clock, least to most | Bytes |\n");
    text.append("|---|---|---|---|---|\n");
    lines.forEach((line, figures) -> text.append(row(line, figures)));
    lines.forEach((line, figures) -> text.append(comparison(line, figures)));
    return text.toString();
  }

  private static String row(Line line, Figures figures) {
    List<Double> clock = figures.clock.stream().sorted().toList();
    return "| %s | %s | %s µs | %s (%s–%s) %s | %s |%n"
        .formatted(
            line.benchmark(),
            line.parameter(),
            number(median(figures.cpu)),
            number(median(clock)),
            number(clock.getFirst()),
            number(clock.getLast()),
            figures.unit.replace("us", "µs"),
            number(median(figures.bytes)));
  }

  /// Cedar's cost over ours for the same size, from the same run.
  private String comparison(Line line, Figures ours) {
    Figures theirs = lines.get(new Line("CedarBenchmark.decide", line.parameter()));
    if (theirs == null || !line.benchmark().equals("DecisionBenchmark.decide")) {
      return "";
    }
    return "%ncedar-java takes %s times as long at %s statements (CPU %s)"
        .formatted(
            number(median(theirs.clock) / median(ours.clock)),
            line.parameter(),
            number(median(theirs.cpu) / median(ours.cpu)));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%,.0f", value);
  }
}
