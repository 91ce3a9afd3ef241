package io.claviger.bench;

import io.claviger.policy.decide.Decision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One allowed request again and again, with ten statements.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HotRequestBenchmark {

  private static final int STATEMENTS = 10;

  private Work work;
  private Probe hot;

  @Setup
  public void draw() {
    Workload workload = Workload.of(STATEMENTS);
    work = workload.work();
    hot =
        workload.probes().stream()
            .filter(probe -> probe.kind() == Probe.Kind.ALLOWED && !work.hasPolicy(probe))
            .findFirst()
            .orElseThrow();
  }

  @Benchmark
  public Decision decide() {
    return work.decide(hot);
  }
}
