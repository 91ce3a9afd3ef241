package io.claviger.policy.second;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicies.Level;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyDocument.Version;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.List;
import java.util.Optional;

/// Both evaluators agree on what a resource pattern covers, in every layer.
///
/// Lines: flags (layer, version, effect, negated, one character each), the pattern, the request's
/// resource, the values of `aws:username` and `aws:userid`.
final class ResourceClaims {

  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final int LINES = 5;
  private static final int LAYERS = 7;

  private ResourceClaims() {}

  static void check(String input) {
    List<String> lines = FuzzTarget.lines(input, LINES);
    Flags flags = new Flags(lines.get(0));
    String pattern = lines.get(1);
    AppliedPolicy policy = policy(flags, pattern);
    RequestContext context = RequestContext.EMPTY;
    context = lines.get(3).isEmpty() ? context : context.with("aws:username", lines.get(3));
    context = lines.get(4).isEmpty() ? context : context.with("aws:userid", lines.get(4));
    Duel.assertAgreement(
        applied(flags.at(0, LAYERS), policy),
        new AccessRequest("s3:GetObject", lines.get(2), ACCOUNT, context));
  }

  /// What the first line chooses.
  private record Flags(String text) {

    int at(int place, int choices) {
      return place < text.length() ? text.charAt(place) % choices : 0;
    }
  }

  private static AppliedPolicy policy(Flags flags, String pattern) {
    Statement statement =
        statement(
            flags.at(2, 2) == 0 ? Effect.ALLOW : Effect.DENY,
            flags.at(0, LAYERS) >= 4,
            new ResourceElement(flags.at(3, 2) == 1, List.of(pattern)));
    return applied(flags.at(1, 2) == 0 ? Version.V2012_10_17 : Version.V2008_10_17, statement);
  }

  private static Statement statement(
      Effect effect, boolean hasPrincipal, ResourceElement resource) {
    PrincipalElement everyone =
        new PrincipalElement(false, List.of(new PrincipalName(PrincipalType.ANYONE, "*")));
    return new Statement(
        Optional.empty(),
        effect,
        hasPrincipal ? Optional.of(everyone) : Optional.empty(),
        new ActionElement(false, List.of("*")),
        Optional.of(resource),
        List.of(),
        Span.NONE);
  }

  private static AppliedPolicy applied(Version version, Statement statement) {
    return new AppliedPolicy(
        new PolicySource("p", Optional.empty(), PolicySource.Holder.NONE),
        CompiledPolicy.compile(new PolicyDocument(version, Optional.empty(), List.of(statement))));
  }

  private static AppliedPolicies applied(int layer, AppliedPolicy policy) {
    ResourceElement any = new ResourceElement(false, List.of("*"));
    AppliedPolicy all = applied(Version.V2012_10_17, statement(Effect.ALLOW, false, any));
    AppliedPolicies base =
        AppliedPolicies.of(new Requester.IamUser(ACCOUNT, Arn.iam(ACCOUNT, "user/ana"), "AIDAUSER"))
            .withIdentity(layer == 0 || layer == 4 ? List.of() : List.of(all));
    List<AppliedPolicy> policies = List.of(policy);
    return switch (layer) {
      case 0 -> base.withIdentity(policies);
      case 1 -> base.withBoundary(policies);
      case 2 -> base.withSession(policies);
      case 3 -> base.withServiceControl(List.of(new Level("r", policies)));
      case 4 -> base.withResource(policy);
      case 5 -> base.withVpcEndpoint(policies);
      default -> base.withResourceControl(List.of(new Level("r", policies)));
    };
  }
}
