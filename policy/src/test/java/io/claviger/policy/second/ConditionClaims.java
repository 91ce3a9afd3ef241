package io.claviger.policy.second;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
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
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Both evaluators agree on every condition.
///
/// Lines: the operator; the policy's values, split at tabs; the request's values, split at tabs.
/// One value is a single-valued key, none an absent one; a tab at the end makes it multivalued.
final class ConditionClaims {

  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final String KEY = "a:b";

  private ConditionClaims() {}

  static void check(String input) {
    List<String> lines = FuzzTarget.lines(input, 3);
    Condition condition = new Condition(lines.get(0), KEY, values(lines.get(1)));
    AccessRequest request =
        new AccessRequest("s3:GetObject", "arn:aws:s3:::b/k", ACCOUNT, context(lines.get(2)));
    for (Version version : Version.values()) {
      Statement allow = statement(Effect.ALLOW, List.of(condition));
      Statement deny = statement(Effect.DENY, List.of(condition));
      Duel.assertAgreement(applied(version, List.of(allow)), request);
      Duel.assertAgreement(
          applied(version, List.of(statement(Effect.ALLOW, List.of()), deny)), request);
    }
  }

  private static List<String> values(String line) {
    return line.isEmpty() ? List.of() : Arrays.asList(line.split("\t"));
  }

  private static RequestContext context(String line) {
    RequestContext filled = RequestContext.EMPTY.with("aws:username", "ana");
    if (line.isEmpty()) {
      return filled;
    }
    return line.indexOf('\t') < 0
        ? filled.with(KEY, line)
        : filled.with(KEY, List.of(line.split("\t")));
  }

  private static Statement statement(Effect effect, List<Condition> conditions) {
    return new Statement(
        Optional.empty(),
        effect,
        Optional.empty(),
        new ActionElement(false, List.of("*")),
        Optional.of(new ResourceElement(false, List.of("*"))),
        conditions,
        Span.NONE);
  }

  private static AppliedPolicies applied(Version version, List<Statement> statements) {
    AppliedPolicy policy =
        new AppliedPolicy(
            new PolicySource("p", Optional.empty(), PolicySource.Holder.NONE),
            CompiledPolicy.compile(new PolicyDocument(version, Optional.empty(), statements)));
    return AppliedPolicies.of(
            new Requester.IamUser(ACCOUNT, Arn.iam(ACCOUNT, "user/ana"), "AIDAUSER"))
        .withIdentity(List.of(policy));
  }
}
