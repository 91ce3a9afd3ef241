package io.claviger.bench;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.document.PolicyKind;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a principal's statements take on the heap after 2,000 decisions: documents, compiled
/// policies and all that deciding has added. The limits' few statements count as the principal's.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(jvmArgsAppend = "-XX:+UseSerialGC")
public class MemoryBenchmark {

  /// Statements of the principal's identity-based policies.
  @Param({"1000", "10000"})
  public int size;

  private Workload workload;
  private List<String> texts;
  private AppliedPolicies kept;

  /// What is reported beside the time, which says nothing here.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Taken {
    public double bytesPerStatement;
  }

  @Setup
  public void draw() {
    workload = Workload.of(size);
    texts = PolicyText.pack(workload.statements());
    kept = AppliedPolicies.of(workload.principal().requester());
  }

  @Benchmark
  public long decideAll(Taken taken) {
    long before = usedBytes();
    AppliedPolicies fresh =
        kept.withIdentity(
            PolicyText.apply(texts, PolicyKind.IDENTITY, workload.principal().holder()));
    kept = Limits.around(fresh, Limits.Compiled.fresh());
    Work work = new Work(kept, workload.work().ofResources());
    long allowed = workload.probes().stream().filter(one -> work.decide(one).isAllowed()).count();
    taken.bytesPerStatement = (double) (usedBytes() - before) / size;
    return allowed;
  }

  private static long usedBytes() {
    var memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < 3; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
