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

/// One decision, each of the next of a thousand roles with ten statements each.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RolesBenchmark {

  private RolesWorkload.Asked[] asked;
  private int next;

  @Setup
  public void draw() {
    asked = RolesWorkload.fresh().asked().toArray(RolesWorkload.Asked[]::new);
  }

  @Benchmark
  public Decision decide() {
    next = next + 1 < asked.length ? next + 1 : 0;
    return asked[next].decide();
  }
}
