package io.claviger.policy.decide;

import com.sun.management.ThreadMXBean;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Measures what `docs/performance.md` reports of decisions: time and allocation per decision as a
/// principal's statements grow. Asserts nothing.
final class DecisionMeasurement {

  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final int STATEMENTS_PER_POLICY = 10;
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 1_000_000_000L;

  private DecisionMeasurement() {}

  /// Measures 10, 100 and 1,000 statements; half the requests are allowed, half are near misses.
  public static void main(String[] arguments) {
    for (int statements : new int[] {10, 100, 1_000}) {
      AppliedPolicies policies = policies(statements);
      List<AccessRequest> requests = requests(statements);
      for (int round = 0; round < ROUNDS; round++) {
        measure(statements, policies, requests, round);
      }
    }
  }

  private static void measure(
      int statements, AppliedPolicies policies, List<AccessRequest> requests, int round) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    long decisions = 0;
    long allowed = 0;
    while (System.nanoTime() - start < ROUND_NANOS) {
      for (AccessRequest request : requests) {
        allowed += Evaluator.evaluate(policies, request).isAllowed() ? 1 : 0;
      }
      decisions += requests.size();
    }
    double nanos = (double) (System.nanoTime() - start) / decisions;
    double bytes = (double) (threads.getCurrentThreadAllocatedBytes() - allocated) / decisions;
    System.out.printf(
        "%5d statements, round %d: %8.2f µs, %8.0f bytes a decision, %2.0f %% allowed%n",
        statements, round, nanos / 1_000, bytes, 100.0 * allowed / decisions);
  }

  private static AppliedPolicies policies(int statements) {
    List<AppliedPolicy> policies = new ArrayList<>();
    for (int first = 0; first < statements; first += STATEMENTS_PER_POLICY) {
      StringBuilder text = new StringBuilder("{\"Version\":\"2012-10-17\",\"Statement\":[");
      for (int i = first; i < first + STATEMENTS_PER_POLICY; i++) {
        text.append(i == first ? "" : ",").append(statement(i));
      }
      var document =
          PolicyParser.parse(text.append("]}").toString(), PolicyKind.IDENTITY)
              .document()
              .orElseThrow();
      PolicySource source =
          new PolicySource("p" + first, Optional.empty(), PolicySource.Holder.USER);
      policies.add(new AppliedPolicy(source, CompiledPolicy.compile(document)));
    }
    Arn user = Arn.iam(ACCOUNT, "user/ana");
    return AppliedPolicies.of(new Requester.IamUser(ACCOUNT, user, "AIDAANA"))
        .withIdentity(policies);
  }

  /// One in ten denies, three in ten have a condition, half of the actions have a wildcard.
  private static String statement(int i) {
    String effect = i % 10 == 9 ? "Deny" : "Allow";
    String action = i % 2 == 0 ? "s3:GetObject*" : "s3:PutObject";
    String condition =
        i % 10 < 3 ? ",\"Condition\":{\"StringLike\":{\"aws:PrincipalTag/team\":\"t*\"}}" : "";
    return "{\"Effect\":\"%s\",\"Action\":\"%s\",\"Resource\":\"arn:aws:s3:::bucket-%d/*\"%s}"
        .formatted(effect, action, i, condition);
  }

  private static List<AccessRequest> requests(int statements) {
    Random random = new Random(42);
    RequestContext context = RequestContext.EMPTY.with("aws:PrincipalTag/team", "tea");
    List<AccessRequest> requests = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int bucket = random.nextInt(statements / 10) * 10 + random.nextInt(9);
      boolean isNearMiss = i % 2 == 0;
      String action = (bucket % 2 == 0) == isNearMiss ? "s3:PutObject" : "s3:GetObject";
      String resource = "arn:aws:s3:::bucket-" + bucket + "/k" + i;
      requests.add(new AccessRequest(action, resource, ACCOUNT, context));
    }
    return requests;
  }
}
