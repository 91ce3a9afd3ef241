package io.claviger.policy.cases;

import io.claviger.policy.cases.PolicyTexts.LevelText;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicies.Level;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.PolicySource.Holder;
import io.claviger.policy.document.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the policies of a case, compiled, from what was read.
record CaseAssembly(CompiledTexts compiled, PolicyTexts texts, Asked asked) {

  /// Far more than an organization can have.
  private static final int MOST_LEVELS = 20;

  AppliedPolicies policies() {
    AppliedPolicies all = AppliedPolicies.of(asked.requester()).withIdentity(identity());
    if (!texts.boundary().isEmpty()) {
      all = all.withBoundary(documents("boundary", texts.boundary(), PolicyKind.IDENTITY));
    }
    if (!texts.session().isEmpty()) {
      all = all.withSession(documents("session", texts.session(), PolicyKind.IDENTITY));
    }
    if (!texts.vpcEndpoint().isEmpty()) {
      all =
          all.withVpcEndpoint(
              documents("vpcEndpoint", texts.vpcEndpoint(), PolicyKind.VPC_ENDPOINT));
    }
    if (!texts.scps().isEmpty()) {
      all = all.withServiceControl(levels("scps", texts.scps(), PolicyKind.SERVICE_CONTROL));
    }
    if (!texts.rcps().isEmpty()) {
      all = all.withResourceControl(levels("rcps", texts.rcps(), PolicyKind.RESOURCE_CONTROL));
    }
    Optional<String> resource = texts.resource();
    return resource.isPresent() ? all.withResource(resource(resource.get())) : all;
  }

  private List<AppliedPolicy> identity() {
    List<AppliedPolicy> own = documents("identity", texts.identity(), PolicyKind.IDENTITY);
    if (texts.group().isEmpty()) {
      return own;
    }
    for (int i = 0; i < texts.group().size(); i++) {
      own.add(policy("group[" + i + ']', Holder.GROUP, PolicyKind.IDENTITY, texts.group().get(i)));
    }
    return own;
  }

  private AppliedPolicy resource(String text) {
    PolicyKind kind = PolicyKind.ofResource(asked.request().action(), asked.request().resource());
    return policy("resource", Holder.RESOURCE, kind, text);
  }

  private List<Level> levels(String name, List<LevelText> texts, PolicyKind kind) {
    if (texts.size() > MOST_LEVELS) {
      throw new BadCaseException(
          "policies." + name + " has " + texts.size() + " levels, more than " + MOST_LEVELS);
    }
    List<Level> levels = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      LevelText level = texts.get(i);
      String what = name + '[' + i + "].policies";
      levels.add(new Level(level.target(), documents(what, level.policies(), kind)));
    }
    return levels;
  }

  private List<AppliedPolicy> documents(String name, List<String> texts, PolicyKind kind) {
    List<AppliedPolicy> policies = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      policies.add(policy(name + '[' + i + ']', Holder.NONE, kind, texts.get(i)));
    }
    return policies;
  }

  private AppliedPolicy policy(String name, Holder holder, PolicyKind kind, String text) {
    return new AppliedPolicy(
        new PolicySource(name, Optional.empty(), holder),
        compiled.compile("policies." + name, kind, text));
  }
}
