package io.claviger.bench;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.document.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A thousand roles of ten statements each, and 2,000 requests that go from role to role.
record RolesWorkload(List<Asked> asked) {

  private static final int ROLES = 1_000;
  private static final int STATEMENTS = 10;

  /// A request and who makes it.
  record Asked(Work work, Probe probe) {
    Decision decide() {
      return work.decide(probe);
    }
  }

  static RolesWorkload fresh() {
    Draws draws = new Draws(Workload.SEED);
    ResourcePool pool = new ResourcePool(draws, ROLES * STATEMENTS);
    List<Principal> roles =
        IntStream.range(0, ROLES).mapToObj(i -> Principal.role("service-" + i)).toList();
    Limits.Compiled limits = Limits.Compiled.fresh();
    Map<String, AppliedPolicy> ofResources = ResourcePolicies.of(pool, roles, draws);
    List<Probes> sources = new ArrayList<>();
    List<Work> works = new ArrayList<>();
    for (Principal role : roles) {
      List<StatementDraft> statements = new StatementDrafts(draws, pool, role).draw(STATEMENTS);
      AppliedPolicies policies =
          AppliedPolicies.of(role.requester())
              .withIdentity(
                  PolicyText.apply(
                      PolicyText.pack(statements), PolicyKind.IDENTITY, role.holder()));
      Work work = new Work(Limits.around(policies, limits), ofResources);
      works.add(work);
      sources.add(new Probes(draws, new ProbeDrafts(draws, role, statements), work));
    }
    return new RolesWorkload(rotation(draws, works, sources));
  }

  /// Each role has its turn twice, with requests of kinds as they come; a role that has none of a
  /// kind passes on to the next.
  private static List<Asked> rotation(Draws draws, List<Work> works, List<Probes> sources) {
    List<Asked> asked = new ArrayList<>();
    int role = 0;
    for (Probe.Kind kind : kinds(draws)) {
      Optional<Probe> probe = Optional.empty();
      for (int tries = 0; probe.isEmpty() && tries < ROLES; tries++) {
        role = (role + 1) % ROLES;
        probe = sources.get(role).draw(kind);
      }
      Work work = works.get(role);
      asked.add(
          new Asked(
              work,
              probe.orElseThrow(() -> new IllegalStateException("No more requests of " + kind))));
    }
    return asked;
  }

  /// A role that a resource's policy names is still held by its boundary, so few requests are
  /// allowed by that policy alone: none are asked.
  private static List<Probe.Kind> kinds(Draws draws) {
    List<Probe.Kind> kinds = new ArrayList<>();
    for (Probe.Kind kind : Probe.Kind.values()) {
      boolean isForUsers = kind == Probe.Kind.ALLOWED_BY_RESOURCE;
      IntStream.range(0, kind.count())
          .forEach(_ -> kinds.add(isForUsers ? Probe.Kind.ALLOWED : kind));
    }
    draws.shuffle(kinds);
    return kinds;
  }
}
