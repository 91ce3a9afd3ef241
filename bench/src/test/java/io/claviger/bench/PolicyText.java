package io.claviger.bench;

import io.claviger.base.Arn;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Policies as text: statements packed as people pack them.
final class PolicyText {

  private static final int MOST_STATEMENTS = 10;

  /// AWS rule: IAM User Guide, "IAM and AWS STS quotas", managed policies.
  private static final int MOST_CHARACTERS = 6_144;

  private PolicyText() {}

  /// The statements in policies of up to ten, and of up to 6,144 characters.
  static List<String> pack(List<StatementDraft> statements) {
    List<String> policies = new ArrayList<>();
    List<String> current = new ArrayList<>();
    for (StatementDraft statement : statements) {
      current.add(statement.json());
      if (current.size() > MOST_STATEMENTS || of(current).length() > MOST_CHARACTERS) {
        policies.add(of(current.subList(0, current.size() - 1)));
        current = new ArrayList<>(List.of(statement.json()));
      }
    }
    policies.add(of(current));
    return policies;
  }

  static String of(List<String> statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  static PolicyDocument parse(String text, PolicyKind kind) {
    var parsed = PolicyParser.parse(text, kind);
    return parsed
        .document()
        .orElseThrow(() -> new IllegalStateException(parsed.findings() + " in " + text));
  }

  /// Policies that are attached to somebody, ready to be applied.
  static List<AppliedPolicy> apply(
      List<String> texts, PolicyKind kind, PolicySource.Holder holder) {
    List<AppliedPolicy> applied = new ArrayList<>();
    for (String text : texts) {
      String name = "policy-" + applied.size();
      Optional<Arn> arn = Optional.of(Arn.iam(Principal.ACCOUNT, "policy/" + name));
      applied.add(
          new AppliedPolicy(
              new PolicySource(name, arn, holder), CompiledPolicy.compile(parse(text, kind))));
    }
    return applied;
  }
}
