package io.claviger.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the benchmarks and prints a table of medians.
///
/// Each round runs every benchmark in one fresh JVM. So what else happens on the machine meets all
/// of them alike, and the median over the rounds leaves out what meets only one.
///
/// Arguments: `--quick` for one short round, `--rounds N` for another number than five, `--size N`
/// for the sizes to run, and patterns of benchmarks' names.
final class BenchmarkRun {

  private static final String ROUNDS = "5";

  private final boolean isQuick;
  private final int rounds;
  private final List<String> patterns;
  private final List<String> sizes;

  private BenchmarkRun(boolean isQuick, int rounds, List<String> patterns, List<String> sizes) {
    this.isQuick = isQuick;
    this.rounds = rounds;
    this.patterns = patterns;
    this.sizes = sizes;
  }

  /// Prints progress to standard error and the table to standard output.
  public static void main(String[] arguments) throws RunnerException {
    List<String> words = new ArrayList<>(Arrays.asList(arguments));
    boolean isQuick = words.remove("--quick");
    List<String> sizes = taken("--size", words);
    List<String> rounds = taken("--rounds", words);
    rounds.addFirst(isQuick ? "1" : ROUNDS);
    new BenchmarkRun(isQuick, Integer.parseInt(rounds.getLast()), words, sizes).run();
  }

  /// The values of the option, which are taken out of the words.
  private static List<String> taken(String option, List<String> words) {
    List<String> values = new ArrayList<>();
    for (int at = words.indexOf(option); at >= 0; at = words.indexOf(option)) {
      words.remove(at);
      values.add(words.remove(at));
    }
    return values;
  }

  private void run() throws RunnerException {
    BenchmarkReport report = new BenchmarkReport();
    for (int round = 1; round <= rounds; round++) {
      System.err.println("Round " + round + " of " + rounds);
      Collection<RunResult> results = new Runner(options().build()).run();
      results.forEach(report::add);
    }
    System.out.print(report.text());
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .forks(1)
            .threads(1)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .jvmArgsAppend(
                "-Xms2g",
                "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow")
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class);
    // How many iterations each benchmark takes is JMH's default of five, or its own number.
    TimeValue time = isQuick ? TimeValue.milliseconds(500) : TimeValue.seconds(1);
    options.warmupTime(time).measurementTime(time);
    patterns.forEach(options::include);
    if (!sizes.isEmpty()) {
      options.param("size", sizes.toArray(String[]::new));
    }
    return options;
  }
}
