package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.account.PolicyHolder;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.iam.IamResources;
import java.util.function.Function;

/// What the instances of one idea for users, groups and roles differ in: the request's type, the
/// action, and where the request has the name.
///
/// @param action `iam:AttachUserPolicy`
record HolderInput<I>(Class<I> type, String action, HolderKind kind, Function<I, String> name) {

  /// The user, group or role that the request names.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none
  PolicyHolder require(I input, Account home) {
    return kind.require(name.apply(input), home);
  }

  /// The same, to be changed.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none, or it is a service-linked role
  PolicyHolder requireToChange(I input, Account home) {
    return kind.requireToChange(name.apply(input), home);
  }

  /// The action on the user, group or role that the request names.
  AccessRequest access(I input, Account home) {
    return kind.access(action, name.apply(input), home);
  }

  /// The same, with the permissions boundary that the user or role has. For the actions that change
  /// what it may do.
  AccessRequest accessWithBoundary(I input, Account home) {
    return IamResources.withBoundary(access(input, home), kind.boundary(name.apply(input), home));
  }
}
