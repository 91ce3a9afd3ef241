package io.claviger.bench;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Draws requests that are meant to come out as their kind says, each made from one statement.
/// Other statements may have their say, so whoever uses one decides it first.
final class ProbeDrafts {

  private final Draws draws;
  private final Principal principal;
  private final Filling filling;
  private final List<StatementDraft> statements;

  ProbeDrafts(Draws draws, Principal principal, List<StatementDraft> statements) {
    this.draws = draws;
    this.principal = principal;
    this.filling = new Filling(draws, principal);
    this.statements = statements;
  }

  /// The statements that requests of the kind can be made from.
  List<StatementDraft> sources(Probe.Kind kind) {
    List<ResourceType> unbounded = ResourceType.unbounded();
    Predicate<StatementDraft> isSource =
        switch (kind) {
          case ALLOWED -> one -> !one.isDeny() && !unbounded.contains(one.type());
          case ALLOWED_BY_RESOURCE -> one -> !one.isDeny() && one.type().canHavePolicy();
          case WRONG_TAIL, WRONG_ACTION -> one -> !one.isDeny() && !one.isBroad();
          case CONDITION_UNMET -> one -> !one.isDeny() && !one.conditions().isEmpty();
          case EXPLICIT_DENY -> one -> one.isDeny() && !one.isNegated();
          case OUTSIDE_BOUNDARY -> one -> !one.isDeny() && unbounded.contains(one.type());
        };
    return statements.stream().filter(isSource).toList();
  }

  /// A request made from the statement; empty if that gives none of this kind.
  Optional<Probe> draw(Probe.Kind kind, StatementDraft source) {
    ResourceType type = source.type();
    String pattern = draws.pick(source.resources());
    String resource =
        kind == Probe.Kind.WRONG_TAIL
            ? filling.missing(pattern, type)
            : filling.matching(pattern, type);
    Stream<String> actions =
        switch (kind) {
          case WRONG_ACTION -> type.actions().stream().filter(one -> !covers(source, one));
          case ALLOWED_BY_RESOURCE -> Stream.of(ResourcePolicies.direct(type));
          case ALLOWED, WRONG_TAIL, CONDITION_UNMET, EXPLICIT_DENY, OUTSIDE_BOUNDARY ->
              type.actions().stream().filter(one -> covers(source, one));
        };
    List<String> possible = actions.toList();
    if (possible.isEmpty()) {
      return Optional.empty();
    }
    RequestContext context = context(source, kind != Probe.Kind.CONDITION_UNMET);
    AccessRequest request =
        new AccessRequest(draws.pick(possible), resource, Principal.ACCOUNT, context);
    return Optional.of(new Probe(kind, request, type.owner(resource)));
  }

  private static boolean covers(StatementDraft source, String action) {
    return source.actions().stream()
        .anyMatch(pattern ->
            pattern.endsWith("*")
                ? action.startsWith(pattern.substring(0, pattern.length() - 1))
                : action.equals(pattern));
  }

  /// What comes with a request: the principal's keys, those of the call, and what the statement's
  /// conditions want. Where they are not to be met, the last one is not.
  private RequestContext context(StatementDraft source, boolean isToBeMet) {
    RequestContext context = call();
    int last = source.conditions().size() - 1;
    for (int i = 0; i <= last; i++) {
      context = source.conditions().get(i).in(context, isToBeMet || i < last);
    }
    return context;
  }

  private RequestContext call() {
    int day = 1 + draws.below(28);
    int second = draws.below(60);
    return principal
        .keys()
        .with("aws:SourceIp", "203.0.113." + draws.below(256))
        .with("aws:CurrentTime", "2026-06-%02dT09:30:%02dZ".formatted(day, second))
        .with("aws:EpochTime", Integer.toString(1_780_000_000 + day * 86_400 + second))
        .with("aws:SecureTransport", "true")
        .with("aws:MultiFactorAuthPresent", "true")
        .with("aws:MultiFactorAuthAge", Integer.toString(draws.below(900)))
        .with("aws:RequestedRegion", draws.pick(Names.REGIONS))
        .with("aws:UserAgent", "aws-sdk-java/2.40." + draws.below(20) + " lang/java/25")
        .with("aws:ViaAWSService", "false")
        .with("aws:ResourceTag/team", Names.team(draws))
        .with("aws:ResourceTag/environment", draws.pick("dev", "staging", "live"));
  }
}
