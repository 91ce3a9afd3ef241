package io.claviger.service.iam.lastaccess;

import io.claviger.account.Account;
import io.claviger.account.PolicyHolder;
import io.claviger.account.User;
import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.AttachablePolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A policy that lets somebody do things, and where it comes from.
sealed interface SourcePolicy {

  String name();

  PolicyDocument document();

  /// A managed policy.
  record Managed(String name, Arn arn, PolicyDocument document) implements SourcePolicy {}

  /// A policy that is embedded in a user, group or role.
  record Inline(String name, PolicyHolder holder, PolicyDocument document)
      implements SourcePolicy {}

  /// The policies of a user with those of its groups, or of a group or role: the managed ones
  /// first, each once. Boundaries grant nothing.
  static List<SourcePolicy> of(PolicyHolder holder, Account home, AttachablePolicies policies) {
    List<PolicyHolder> holders = new ArrayList<>(List.of(holder));
    if (holder instanceof User user) {
      user.groups().forEach(id -> home.groups().byId(id).ifPresent(holders::add));
    }
    Set<Arn> attached = new LinkedHashSet<>();
    holders.forEach(each -> attached.addAll(each.policies().attached()));
    List<SourcePolicy> sources = new ArrayList<>();
    for (Arn arn : attached) {
      policies.find(arn.toString(), home).flatMap(SourcePolicy::of).ifPresent(sources::add);
    }
    for (PolicyHolder each : holders) {
      each.policies()
          .inline()
          .forEach((name, text) ->
              read(text).ifPresent(read -> sources.add(new Inline(name, each, read))));
    }
    return sources;
  }

  /// The policy in its default version.
  static Optional<SourcePolicy> of(AttachablePolicy policy) {
    return policy
        .document(policy.defaultVersionId())
        .flatMap(SourcePolicy::read)
        .map(document -> new Managed(policy.name(), policy.arn(), document));
  }

  private static Optional<PolicyDocument> read(String text) {
    return PolicyParser.parse(text, PolicyKind.IDENTITY).document();
  }
}
