package io.claviger.service.iam.boundary;

import io.claviger.account.Account;
import io.claviger.account.Bounded;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import java.util.Optional;

/// A kind of entity that can have a permissions boundary.
enum BoundedKind {
  USER("User"),
  ROLE("Role");

  private final String word;

  BoundedKind(String word) {
    this.word = word;
  }

  /// As it stands in the names of actions: `iam:PutUserPermissionsBoundary`.
  String word() {
    return word;
  }

  Optional<? extends Bounded> find(Account home, String name) {
    return switch (this) {
      case USER -> home.users().named(name);
      case ROLE -> home.roles().named(name);
    };
  }

  /// The entity of that name, to be changed, or AWS's error.
  Bounded requireToChange(Account home, String name) {
    return switch (this) {
      case USER -> IamEntities.user(home, name);
      case ROLE -> IamEntities.roleToChange(home, name);
    };
  }

  /// The action on the entity of that name, whether it exists or not.
  AccessRequest resource(Account home, String action, String name) {
    return switch (this) {
      case USER -> IamResources.user(home, action, name);
      case ROLE -> IamResources.role(home, action, name);
    };
  }
}
