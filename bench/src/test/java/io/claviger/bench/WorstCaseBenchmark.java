package io.claviger.bench;

import io.claviger.policy.decide.Decision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One decision where every quota is at its maximum and every pattern hostile.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WorstCaseBenchmark {

  /// Whose policies.
  @Param({"role", "user"})
  public String of = "role";

  /// What the patterns are like, see [HostileText.Style].
  @Param({"STRETCHES", "PIECES", "EXCEPTIONS", "VARIABLES"})
  public HostileText.Style style = HostileText.Style.STRETCHES;

  private WorstCase worst;

  @Setup
  public void draw() {
    worst = of.equals("role") ? WorstCase.ofRole(style) : WorstCase.ofUser(style);
  }

  @Benchmark
  public Decision decide() {
    return worst.decide();
  }
}
