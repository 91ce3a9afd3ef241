package io.claviger.bench;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyKind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// 10,000 statements on a JVM that has done nothing of the kind before: from text to the first
/// decision. One shot per JVM.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdCompileBenchmark {

  private static final int STATEMENTS = 10_000;

  private final AccountId account = Principal.ACCOUNT;
  private final Arn user = Arn.iam(account, "user/ana");
  private List<String> texts;

  @Setup
  public void draw() {
    texts = Workload.texts(STATEMENTS);
  }

  @Benchmark
  public List<AppliedPolicy> parseAndCompile() {
    return compiled();
  }

  @Benchmark
  public Decision parseCompileAndDecide() {
    AppliedPolicies policies =
        AppliedPolicies.of(new Requester.IamUser(account, user, "AIDAANA"))
            .withIdentity(compiled());
    return Evaluator.evaluate(
        policies,
        new AccessRequest("s3:GetObject", "arn:aws:s3:::b/k", account, RequestContext.EMPTY));
  }

  private List<AppliedPolicy> compiled() {
    return PolicyText.apply(texts, PolicyKind.IDENTITY, Principal.user("ana").holder());
  }
}
