package io.claviger.bench;

import io.claviger.bench.Probe.Kind;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Decision.ExplicitlyDenied;
import io.claviger.policy.decide.Decision.ImplicitlyDenied;
import io.claviger.policy.decide.Layer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Draws requests until they come out as their kind says.
final class Probes {

  private static final int TRIES = 500;

  /// Among requests of the kinds that can have it, the share where the resource has a policy; with
  /// the others this makes one in five of all.
  private static final double WITH_POLICY = 0.24;

  /// A kind of request, for a resource with a policy of its own or for one without.
  private record Wish(Kind kind, boolean withPolicy) {}

  private final Draws draws;
  private final ProbeDrafts drafts;
  private final Work work;
  private final Set<AccessRequest> seen = new HashSet<>();

  /// What the statements give none of.
  private final Set<Wish> inVain = new HashSet<>();

  Probes(Draws draws, ProbeDrafts drafts, Work work) {
    this.draws = draws;
    this.drafts = drafts;
    this.work = work;
  }

  /// A request of the kind that was not drawn before; empty if the statements give none.
  Optional<Probe> draw(Kind kind) {
    List<StatementDraft> sources = drafts.sources(kind);
    boolean withPolicy = wantsPolicy(kind);
    Wish wish = new Wish(kind, withPolicy);
    if (inVain.contains(wish)) {
      return draw(kind, sources, _ -> true);
    }
    List<StatementDraft> fitting =
        withPolicy ? sources.stream().filter(this::isAboutOwner).toList() : sources;
    Optional<Probe> drawn = draw(kind, fitting, probe -> work.hasPolicy(probe) == withPolicy);
    if (drawn.isEmpty()) {
      inVain.add(wish);
      return draw(kind, sources, _ -> true);
    }
    return drawn;
  }

  private Optional<Probe> draw(
      Kind kind, List<StatementDraft> sources, Predicate<Probe> isFitting) {
    for (int i = 0; i < TRIES && !sources.isEmpty(); i++) {
      Optional<Probe> drawn =
          drafts
              .draw(kind, draws.pick(sources))
              .filter(isFitting)
              .filter(this::isAsMeant)
              .filter(probe -> seen.add(probe.request()));
      if (drawn.isPresent()) {
        return drawn;
      }
    }
    return Optional.empty();
  }

  private boolean wantsPolicy(Kind kind) {
    return switch (kind) {
      case ALLOWED, WRONG_TAIL, WRONG_ACTION -> draws.chance(WITH_POLICY);
      case ALLOWED_BY_RESOURCE -> true;
      case CONDITION_UNMET, EXPLICIT_DENY, OUTSIDE_BOUNDARY -> false;
    };
  }

  private boolean isAboutOwner(StatementDraft statement) {
    return statement.resources().stream()
        .anyMatch(resource -> work.hasPolicy(statement.type().owner(resource)));
  }

  private boolean isAsMeant(Probe probe) {
    Decision decision = work.decide(probe);
    return switch (probe.kind()) {
      case ALLOWED -> decision.isAllowed();
      case ALLOWED_BY_RESOURCE -> decision.isAllowed() && !work.decideWithoutPolicy(probe);
      case WRONG_TAIL, WRONG_ACTION, CONDITION_UNMET ->
          decision instanceof ImplicitlyDenied denied && denied.layer() == Layer.IDENTITY;
      case EXPLICIT_DENY -> decision instanceof ExplicitlyDenied;
      case OUTSIDE_BOUNDARY ->
          decision instanceof ImplicitlyDenied denied
              && denied.layer() == Layer.PERMISSIONS_BOUNDARY;
    };
  }
}
