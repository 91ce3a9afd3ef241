package io.claviger.cli.simulate;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicies.Level;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.PolicySource.Holder;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The policies that the command line gives, read and compiled. Confined to one thread.
final class GivenPolicies {

  private final PolicyTexts texts;
  private final AppliedPolicies withoutResource;
  private final @Nullable PolicyText resource;

  /// @param isFillingIn whether what AWS attaches by itself is attached
  /// @throws IOException if a policy cannot be read
  /// @throws MisuseException if a policy is none
  GivenPolicies(PolicyOptions options, Requester requester, boolean isFillingIn)
      throws IOException, MisuseException {
    this.texts = new PolicyTexts();
    String resourcePolicy = options.resourcePolicy();
    this.resource =
        resourcePolicy == null ? null : PolicyText.of(resourcePolicy, "resource-policy");
    this.withoutResource = limits(options, identity(options, requester), isFillingIn);
  }

  private AppliedPolicies identity(PolicyOptions options, Requester requester)
      throws IOException, MisuseException {
    Holder own = requester instanceof Requester.RoleSession ? Holder.ROLE : Holder.USER;
    List<AppliedPolicy> all = list("identity", options.identity(), own, PolicyKind.IDENTITY);
    for (String name : options.managed()) {
      all.add(policy(PolicyText.managed(name), Holder.AWS_MANAGED, PolicyKind.IDENTITY));
    }
    all.addAll(list("group", options.group(), Holder.GROUP, PolicyKind.IDENTITY));
    return AppliedPolicies.of(requester).withIdentity(all);
  }

  private AppliedPolicies limits(
      PolicyOptions options, AppliedPolicies identity, boolean isFillingIn)
      throws IOException, MisuseException {
    AppliedPolicies all = identity;
    if (!options.boundary().isEmpty()) {
      all =
          all.withBoundary(list("boundary", options.boundary(), Holder.NONE, PolicyKind.IDENTITY));
    }
    if (!options.session().isEmpty()) {
      all = all.withSession(list("session", options.session(), Holder.NONE, PolicyKind.IDENTITY));
    }
    if (!options.vpcEndpoint().isEmpty()) {
      all =
          all.withVpcEndpoint(
              list("vpc-endpoint", options.vpcEndpoint(), Holder.NONE, PolicyKind.VPC_ENDPOINT));
    }
    if (!options.scp().isEmpty()) {
      all = all.withServiceControl(levels("--scp", options.scp(), PolicyKind.SERVICE_CONTROL));
    }
    if (!options.rcp().isEmpty()) {
      List<Level> levels = levels("--rcp", options.rcp(), PolicyKind.RESOURCE_CONTROL);
      all = all.withResourceControl(isFillingIn ? withFullAccess(levels) : levels);
    }
    return all;
  }

  /// AWS rule: Organizations User Guide, "Resource control policies": `RCPFullAWSAccess` is
  /// attached to the root, every organizational unit and every account, and cannot be detached.
  private List<Level> withFullAccess(List<Level> levels) throws MisuseException {
    List<Level> all = new ArrayList<>();
    for (Level level : levels) {
      PolicyText full = PolicyText.RCP_FULL_AWS_ACCESS.at(level.target());
      List<AppliedPolicy> policies = new ArrayList<>();
      policies.add(policy(full, Holder.NONE, PolicyKind.RESOURCE_CONTROL));
      policies.addAll(level.policies());
      all.add(new Level(level.target(), policies));
    }
    return all;
  }

  private List<Level> levels(String option, List<String> arguments, PolicyKind kind)
      throws IOException, MisuseException {
    Map<String, List<AppliedPolicy>> levels = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new MisuseException(
            option + " is LEVEL=POLICY, as root=FullAWSAccess, not '" + argument + "'");
      }
      String target = argument.substring(0, equals);
      String given = argument.substring(equals + 1);
      List<AppliedPolicy> level = levels.computeIfAbsent(target, _ -> new ArrayList<>());
      if (!given.isEmpty()) {
        String name = option.substring(2) + '.' + (level.size() + 1);
        level.add(policy(PolicyText.of(given, name).at(target), Holder.NONE, kind));
      }
    }
    List<Level> all = new ArrayList<>();
    levels.forEach((target, policies) -> all.add(new Level(target, policies)));
    return all;
  }

  private List<AppliedPolicy> list(
      String name, List<String> arguments, Holder holder, PolicyKind kind)
      throws IOException, MisuseException {
    List<AppliedPolicy> all = new ArrayList<>();
    for (String argument : arguments) {
      all.add(policy(PolicyText.of(argument, name + '.' + (all.size() + 1)), holder, kind));
    }
    return all;
  }

  private AppliedPolicy policy(PolicyText text, Holder holder, PolicyKind kind)
      throws MisuseException {
    PolicySource source = new PolicySource(text.name(), text.arn(), holder);
    ReadablePolicy policy = ReadablePolicy.of(text.name(), text.text(), kind);
    texts.put(source, policy);
    return new AppliedPolicy(source, CompiledPolicy.compile(policy.document()));
  }

  /// Those that apply to the request. What the resource's policy must be depends on it.
  ///
  /// @throws MisuseException if the resource's policy is none for such a resource
  AppliedPolicies of(AccessRequest request) throws MisuseException {
    if (resource == null) {
      return withoutResource;
    }
    PolicyKind kind = PolicyKind.ofResource(request.action(), request.resource());
    return withoutResource.withResource(policy(resource, Holder.RESOURCE, kind));
  }

  PolicyTexts texts() {
    return texts;
  }
}
