package io.claviger.bench;

import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Recorder;
import io.claviger.policy.decide.StatementOutcome;
import java.util.List;
import java.util.function.Predicate;

/// What a workload is made of, measured.
///
/// @param denies the share of statements that deny, as the next ones are shares of statements
/// @param literal with no wildcard or variable in any resource
/// @param broad about all resources
/// @param hits identity-based statements that match, per request
/// @param hitsOfLimits statements of boundary, service control and resource policies that match,
///   per request
record Shares(
    double denies,
    double conditions,
    double wildActions,
    double literal,
    double variables,
    double broad,
    double negated,
    double allowedRequests,
    double resourcePolicies,
    double hits,
    double hitsOfLimits) {

  static Shares of(Workload workload) {
    Hits hits = new Hits();
    workload.probes().forEach(probe -> workload.work().decide(probe, hits));
    List<StatementDraft> all = workload.statements();
    double requests = workload.probes().size();
    return new Shares(
        share(all, StatementDraft::isDeny),
        share(all, one -> !one.conditions().isEmpty()),
        share(all, one -> one.actions().stream().anyMatch(action -> action.endsWith("*"))),
        share(all, one -> one.resources().stream().noneMatch(Shares::isPattern)),
        share(all, one -> one.resources().stream().anyMatch(text -> text.contains("${"))),
        share(all, StatementDraft::isBroad),
        share(all, StatementDraft::isNegated),
        share(workload.probes(), probe -> probe.kind().isAllowed()),
        share(workload.probes(), workload.work()::hasPolicy),
        hits.identity / requests,
        hits.others / requests);
  }

  private static boolean isPattern(String resource) {
    return resource.contains("*") || resource.contains("${");
  }

  private static <T> double share(List<T> all, Predicate<T> counted) {
    return (double) all.stream().filter(counted).count() / all.size();
  }

  /// Counts matching statements. Used by one thread.
  private static final class Hits implements Recorder {
    private long identity;
    private long others;

    @Override
    public void statement(StatementOutcome outcome) {
      if (outcome.isMatch()) {
        if (outcome.layer() == Layer.IDENTITY) {
          identity++;
        } else {
          others++;
        }
      }
    }
  }
}
