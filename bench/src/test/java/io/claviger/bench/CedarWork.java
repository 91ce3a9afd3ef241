package io.claviger.bench;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The same work for cedar-java: one principal's policies as cached policy sets, and the same
/// requests.
///
/// Cedar has permits and forbids, no layers. A layer that limits becomes a `forbid` unless what the
/// layer allows matches. The policies of resources are in a second set, used for requests on
/// resources that have one, so that the others do not pay for them; it holds those of the resources
/// that are asked for. The requests are ready made; what a decision pays is what
/// `AuthorizationEngine.isAuthorized` does, handing the request to the native library included.
final class CedarWork {

  private final AuthorizationEngine engine = new BasicAuthorizationEngine();
  private final Entities entities = new Entities();
  private final CedarText texts;
  private final PolicySet plain;
  private final PolicySet withResources;
  private final List<Asked> asked;

  /// A request and the policy set that it is for.
  private record Asked(AuthorizationRequest request, PolicySet policies) {}

  CedarWork(Workload workload) {
    this.texts = new CedarText(workload.principal());
    Work work = workload.work();
    List<Statement> ofResources =
        workload.probes().stream()
            .filter(work::hasPolicy)
            .map(Probe::owner)
            .distinct()
            .map(owner -> Objects.requireNonNull(work.ofResources().get(owner)))
            .flatMap(CedarWork::statements)
            .filter(statement -> !isForAccount(statement))
            .toList();
    this.plain = cached(policies(work.policies(), List.of()));
    this.withResources = cached(policies(work.policies(), ofResources));
    this.asked =
        workload.probes().stream()
            .map(probe ->
                new Asked(
                    request(workload.principal(), probe),
                    work.hasPolicy(probe) ? withResources : plain))
            .toList();
  }

  /// Decides the request of the workload with this index.
  AuthorizationResponse decide(int index) throws AuthException {
    Asked one = asked.get(index);
    return engine.isAuthorized(one.request(), one.policies(), entities);
  }

  private static PolicySet cached(List<String> policies) {
    try {
      PolicySet set = PolicySet.parsePolicies(String.join("\n", policies));
      set.cache();
      return set;
    } catch (InternalException | CacheException e) {
      throw new IllegalStateException("Cedar refuses a translated policy", e);
    }
  }

  private List<String> policies(AppliedPolicies applied, List<Statement> ofResources) {
    List<String> policies = new ArrayList<>();
    statements(applied.identity()).map(texts::policy).forEach(policies::add);
    ofResources.stream().map(texts::policy).forEach(policies::add);
    // A direct grant of the resource's policy does without the boundary's consent, but not without
    // that of the service control policies.
    limit(policies, applied.boundary().orElseThrow(), ofResources);
    for (AppliedPolicies.Level level : applied.serviceControl().orElseThrow()) {
      limit(policies, level.policies(), List.of());
    }
    return policies;
  }

  private void limit(List<String> policies, List<AppliedPolicy> limit, List<Statement> exempt) {
    statements(limit).filter(CedarWork::isDeny).map(texts::policy).forEach(policies::add);
    List<String> allowed =
        Stream.concat(statements(limit), exempt.stream())
            .filter(statement -> !isDeny(statement))
            .map(texts::expression)
            .toList();
    if (!allowed.contains("true")) {
      String any = allowed.stream().collect(Collectors.joining(" || "));
      policies.add("forbid(principal, action, resource) unless { " + any + " };");
    }
  }

  private static Stream<Statement> statements(List<AppliedPolicy> policies) {
    return policies.stream().flatMap(CedarWork::statements);
  }

  private static Stream<Statement> statements(AppliedPolicy policy) {
    return policy.policy().document().statements().stream();
  }

  private static boolean isDeny(Statement statement) {
    return statement.effect() == Effect.DENY;
  }

  /// An allow for the account grants its principals nothing by itself.
  private static boolean isForAccount(Statement statement) {
    PrincipalElement principal = statement.principal().orElseThrow();
    return !isDeny(statement) && principal.names().getFirst().value().endsWith(":root");
  }

  private static AuthorizationRequest request(Principal principal, Probe probe) {
    return new AuthorizationRequest(
        entity("User", principal.arn().toString()),
        entity("Action", probe.request().action()),
        entity("Resource", probe.request().resource()),
        CedarContext.of(probe.request()));
  }

  private static EntityUID entity(String type, String id) {
    return new EntityUID(EntityTypeName.parse(type).orElseThrow(), id);
  }
}
