package io.claviger.bench;

import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.exception.AuthException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The same decisions as in [DecisionBenchmark], made by cedar-java.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CedarBenchmark {

  /// Statements of the principal's identity-based policies.
  @Param({"10", "100", "1000"})
  public int size;

  private CedarWork work;
  private int next;

  @Setup
  public void draw() {
    work = new CedarWork(Workload.of(size));
  }

  @Benchmark
  public AuthorizationResponse decide() throws AuthException {
    next = next + 1 < Workload.REQUESTS ? next + 1 : 0;
    return work.decide(next);
  }
}
