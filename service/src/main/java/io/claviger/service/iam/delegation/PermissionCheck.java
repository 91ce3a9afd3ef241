package io.claviger.service.iam.delegation;

import io.claviger.access.Authorization;
import io.claviger.access.Authorizer;
import io.claviger.access.Caller;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.PermissionCheckResultType;

/// Whether a caller has the permissions that a request asks for, as far as that can be told from
/// the policies alone.
///
/// What is asked for is decided as if its patterns were names: a policy that allows such a name
/// allows all that the pattern stands for. What that cannot settle is `UNSURE`: a pattern of
/// actions that is not allowed as a whole, any pattern beside statements that deny something,
/// statements with conditions, `NotAction` and `NotResource`.
///
/// AWS rule: IAM API Reference, "GetDelegationRequest", `PermissionCheckResult`: "This is an
/// approximate result."
record PermissionCheck(Authorizer authorizer) {

  /// More pairs of action and resource than a policy of the largest size asks for.
  private static final int MOST_PAIRS = 4_096;

  PermissionCheckResultType of(AskedPolicy asked, Caller caller, View view) {
    boolean isSure = true;
    for (Statement statement : asked.allowing()) {
      Optional<List<AccessRequest>> pairs = pairs(statement, view);
      if (pairs.isEmpty()) {
        isSure = false;
        continue;
      }
      for (AccessRequest pair : pairs.get()) {
        Authorization answer = authorizer.authorize(caller, pair, RequestContext.EMPTY, view);
        boolean isPattern = Places.meansMore(pair.action()) || Places.meansMore(pair.resource());
        // Several statements may make up for a pattern of actions, as hardly for one of resources.
        if (!answer.isAllowed()
            && !Places.meansMore(pair.action())
            && !hasConditions(answer.policies())) {
          return PermissionCheckResultType.DENIED;
        }
        isSure &= answer.isAllowed() && isCertain(answer.policies(), isPattern);
      }
    }
    return isSure ? PermissionCheckResultType.ALLOWED : PermissionCheckResultType.UNSURE;
  }

  /// Every action with every resource; empty where the statement names what it is not about.
  private static Optional<List<AccessRequest>> pairs(Statement statement, View view) {
    boolean isNegated =
        statement.action().isNegated()
            || statement.resource().filter(each -> !each.isNegated()).isEmpty();
    List<String> resources = statement.resource().map(each -> each.patterns()).orElse(List.of());
    List<String> actions = statement.action().patterns();
    if (isNegated || (long) actions.size() * resources.size() > MOST_PAIRS) {
      return Optional.empty();
    }
    List<AccessRequest> pairs = new ArrayList<>();
    for (String action : actions) {
      for (String resource : resources) {
        pairs.add(new AccessRequest(action, resource, view.home().id(), RequestContext.EMPTY));
      }
    }
    return Optional.of(pairs);
  }

  /// An allow is certain where nothing could take back a part of it.
  private static boolean isCertain(AppliedPolicies policies, boolean isPattern) {
    return statements(policies)
        .filter(each -> each.effect() == Effect.DENY)
        .allMatch(each -> !isPattern && each.conditions().isEmpty());
  }

  private static boolean hasConditions(AppliedPolicies policies) {
    return statements(policies).anyMatch(each -> !each.conditions().isEmpty());
  }

  private static Stream<Statement> statements(AppliedPolicies policies) {
    Stream<AppliedPolicy> limits =
        Stream.concat(
            policies.boundary().stream().flatMap(List::stream),
            policies.session().stream().flatMap(List::stream));
    return Stream.concat(policies.identity().stream(), limits)
        .flatMap(each -> each.policy().document().statements().stream());
  }
}
