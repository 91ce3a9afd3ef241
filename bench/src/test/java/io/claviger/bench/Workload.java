package io.claviger.bench;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.document.PolicyKind;
import java.util.ArrayList;
import java.util.List;

/// One principal's policies of a given size, and 2,000 distinct requests in rotation.
///
/// Half the requests are allowed, one in forty of them by the resource's policy alone; the others
/// are near misses, see [Probe.Kind]. One in five is for a resource with a policy of its own. The
/// statements' mixture is [StatementDrafts]', the conditions are [ConditionDrafts]', the boundary
/// and the service control policies are [Limits]' and come on top of the size. [Shares] measures
/// what came out.
record Workload(
    List<StatementDraft> statements, Principal principal, Work work, List<Probe> probes) {

  static final long SEED = 20_261_122;
  static final int REQUESTS = 2_000;

  /// @param size how many statements the principal's identity-based policies have; a multiple of
  ///   ten
  static Workload of(int size) {
    Draws draws = new Draws(SEED + size);
    Principal principal = Principal.user("ana");
    ResourcePool pool = new ResourcePool(draws, size);
    List<StatementDraft> statements = new StatementDrafts(draws, pool, principal).draw(size);
    AppliedPolicies policies =
        AppliedPolicies.of(principal.requester())
            .withIdentity(
                PolicyText.apply(
                    PolicyText.pack(statements), PolicyKind.IDENTITY, principal.holder()));
    Work work =
        new Work(
            Limits.around(policies, Limits.Compiled.fresh()),
            ResourcePolicies.of(pool, List.of(principal), draws));
    Probes probes = new Probes(draws, new ProbeDrafts(draws, principal, statements), work);
    return new Workload(statements, principal, work, probes(draws, probes));
  }

  /// The policy texts of such a principal alone.
  static List<String> texts(int size) {
    Draws draws = new Draws(SEED + size);
    ResourcePool pool = new ResourcePool(draws, size);
    return PolicyText.pack(new StatementDrafts(draws, pool, Principal.user("ana")).draw(size));
  }

  private static List<Probe> probes(Draws draws, Probes source) {
    List<Probe> probes = new ArrayList<>();
    for (Probe.Kind kind : Probe.Kind.values()) {
      for (int i = 0; i < kind.count(); i++) {
        probes.add(
            source
                .draw(kind)
                .orElseThrow(() -> new IllegalStateException("No more requests of " + kind)));
      }
    }
    draws.shuffle(probes);
    return probes;
  }
}
