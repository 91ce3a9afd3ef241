package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.account.Bounded;
import io.claviger.account.PolicyHolder;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The kinds of entity that policies are attached to and embedded in.
enum HolderKind {
  USER("user", Quota.ATTACHED_PER_USER, Quotas.USER_POLICY_SIZE),
  GROUP("group", Quota.ATTACHED_PER_GROUP, Quotas.GROUP_POLICY_SIZE),
  ROLE("role", Quota.ATTACHED_PER_ROLE, Quotas.ROLE_POLICY_SIZE);

  private final String word;
  private final Quota attachedQuota;
  private final int inlineSize;

  HolderKind(String word, Quota attachedQuota, int inlineSize) {
    this.word = word;
    this.attachedQuota = attachedQuota;
    this.inlineSize = inlineSize;
  }

  /// What IAM's errors call one: `user`.
  String word() {
    return word;
  }

  /// How many policies may be attached.
  Quota attachedQuota() {
    return attachedQuota;
  }

  /// How many characters all inline policies may have together.
  int inlineSize() {
    return inlineSize;
  }

  /// The user, group or role of that name.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none
  PolicyHolder require(String name, Account home) {
    return switch (this) {
      case USER -> IamEntities.user(home, name);
      case GROUP -> IamEntities.group(home, name);
      case ROLE -> IamEntities.role(home, name);
    };
  }

  /// The same, to be changed.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none, or it is a service-linked role
  PolicyHolder requireToChange(String name, Account home) {
    return switch (this) {
      case USER, GROUP -> require(name, home);
      case ROLE -> IamEntities.roleToChange(home, name);
    };
  }

  /// The action on the user, group or role of that name.
  AccessRequest access(String action, String name, Account home) {
    return switch (this) {
      case USER -> IamResources.user(home, action, name);
      case GROUP -> IamResources.group(home, action, name);
      case ROLE -> IamResources.role(home, action, name);
    };
  }

  /// The permissions boundary of the user or role of that name, which `iam:PermissionsBoundary`
  /// holds; null where there is none, as for every group.
  @Nullable String boundary(String name, Account home) {
    Optional<? extends Bounded> bounded =
        switch (this) {
          case USER -> home.users().named(name);
          case GROUP -> Optional.empty();
          case ROLE -> home.roles().named(name);
        };
    return bounded.map(Bounded::boundary).map(Objects::toString).orElse(null);
  }
}
