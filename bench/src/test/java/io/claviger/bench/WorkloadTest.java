package io.claviger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.document.PolicyKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The workload has the shares that it states, and the engine decides its requests as they are
/// meant. 10,000 statements are left to the measurements.
class WorkloadTest {

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1_000})
  void statementsHaveTheStatedShares(int size) {
    Shares shares = Shares.of(Workload.of(size));
    assertEquals(0.1, shares.denies(), 0.001);
    assertEquals(0.3, shares.conditions(), 0.001);
    assertTrue(shares.broad() >= 0.05 && shares.broad() <= 0.2, shares::toString);
    assertTrue(shares.wildActions() >= 0.25 && shares.wildActions() <= 0.5, shares::toString);
    assertTrue(shares.hits() >= 0.5 && shares.hits() <= 1.2, shares::toString);
    assertTrue(shares.resourcePolicies() >= 0.15, shares::toString);
    assertEquals(0.5, shares.allowedRequests());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000})
  void requestsAreDistinctAndAsManyOfEachKindAsStated(int size) {
    List<Probe> probes = Workload.of(size).probes();
    assertEquals(
        Workload.REQUESTS, probes.stream().map(Probe::request).collect(Collectors.toSet()).size());
    Map<Probe.Kind, Long> counts =
        probes.stream().collect(Collectors.groupingBy(Probe::kind, Collectors.counting()));
    for (Probe.Kind kind : Probe.Kind.values()) {
      assertEquals((long) kind.count(), counts.get(kind), kind::name);
    }
  }

  @Test
  void theSeedDecidesAll() {
    assertEquals(Workload.of(100).probes(), Workload.of(100).probes());
    assertEquals(
        Workload.texts(100), PolicyText.pack(Workload.of(100).statements()), "texts of their own");
  }

  @Test
  void policiesAreOfRealisticSize() {
    List<String> texts = Workload.texts(1_000);
    for (String text : texts) {
      assertTrue(text.length() <= 6_144, text);
      assertTrue(PolicyText.parse(text, PolicyKind.IDENTITY).statements().size() <= 10, text);
    }
    assertTrue(texts.size() <= 110, texts.size() + " policies");
  }

  @Test
  void everyKindOfConditionIsMetAndUnmetAsItSays() {
    Set<String> families = new HashSet<>();
    for (ConditionDraft condition : ConditionDrafts.all(new Draws(1))) {
      StatementDraft statement =
          new StatementDraft(
              false,
              ResourceType.ALL.getFirst(),
              false,
              List.of("*"),
              false,
              List.of("*"),
              List.of(condition));
      assertTrue(allows(statement, condition.in(keys(), true)), condition::json);
      assertTrue(!allows(statement, condition.in(keys(), false)), condition::json);
      families.add(condition.operator().replaceAll("(?<=[a-z])[A-Z].*", ""));
    }
    Set<String> wanted =
        Set.of("String", "Numeric", "Date", "Bool", "Ip", "Not", "Arn", "Null", "For");
    assertEquals(wanted, families);
  }

  private static RequestContext keys() {
    return Principal.user("ana").keys();
  }

  private static boolean allows(StatementDraft statement, RequestContext context) {
    Principal principal = Principal.user("ana");
    List<String> text = PolicyText.pack(List.of(statement));
    AppliedPolicies policies =
        AppliedPolicies.of(principal.requester())
            .withIdentity(PolicyText.apply(text, PolicyKind.IDENTITY, principal.holder()));
    return Evaluator.evaluate(
            policies,
            new AccessRequest("s3:GetObject", "arn:aws:s3:::b/k", Principal.ACCOUNT, context))
        .isAllowed();
  }

  @Test
  void rolesAreAskedInTurn() {
    List<RolesWorkload.Asked> asked = RolesWorkload.fresh().asked();
    assertEquals(Workload.REQUESTS, asked.size());
    long roles = asked.stream().map(RolesWorkload.Asked::work).distinct().count();
    assertTrue(roles >= 900, () -> roles + " roles");
    for (RolesWorkload.Asked one : asked) {
      assertEquals(one.probe().kind().isAllowed(), one.decide().isAllowed(), one::toString);
    }
  }
}
