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

/// One decision of one principal, over 2,000 distinct requests in rotation. The look-up of the
/// resource's policy is part of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {

  /// Statements of the principal's identity-based policies.
  @Param({"10", "100", "1000", "10000"})
  public int size;

  private Work work;
  private Probe[] probes;
  private int next;

  @Setup
  public void draw() {
    Workload workload = Workload.of(size);
    work = workload.work();
    probes = workload.probes().toArray(Probe[]::new);
  }

  @Benchmark
  public Decision decide() {
    next = next + 1 < probes.length ? next + 1 : 0;
    return work.decide(probes[next]);
  }
}
