package io.claviger.bench;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicies.Level;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.Requester;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The first decision of a principal whose policies are compiled, as after a change: what is worked
/// out once per principal is worked out in it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FirstDecisionBenchmark {

  /// Statements of the principal's identity-based policies.
  @Param({"10", "100", "1000", "10000"})
  public int size;

  private Requester requester;
  private List<AppliedPolicy> identity;
  private List<AppliedPolicy> boundary;
  private List<Level> serviceControl;
  private Probe probe;

  @Setup
  public void draw() {
    Workload workload = Workload.of(size);
    AppliedPolicies policies = workload.work().policies();
    requester = policies.requester();
    identity = policies.identity();
    boundary = policies.boundary().orElseThrow();
    serviceControl = policies.serviceControl().orElseThrow();
    probe = workload.probes().getFirst();
  }

  @Benchmark
  public Decision decide() {
    AppliedPolicies fresh =
        AppliedPolicies.of(requester)
            .withIdentity(identity)
            .withBoundary(boundary)
            .withServiceControl(serviceControl);
    return Evaluator.evaluate(fresh, probe.request());
  }
}
