package io.claviger.service.iam.simulate;

import io.claviger.access.PrincipalPolicies;
import io.claviger.account.Account;
import io.claviger.account.Bounded;
import io.claviger.account.Group;
import io.claviger.account.PolicyHolder;
import io.claviger.account.Role;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Requester;
import java.util.List;
import java.util.Optional;

/// Whose policies are simulated: nobody's, or those that a user, group or role has.
///
/// @param requester who calls if nobody else is said to; of a group, or of nobody, a user of the
///   account that no policy names
/// @param isUser whether that is a user that a resource policy can name
record SimulationSource(
    Requester requester,
    boolean isUser,
    List<AppliedPolicy> identity,
    Optional<AppliedPolicy> boundary) {

  /// Nobody's.
  static SimulationSource nobody(AccountId account) {
    return new SimulationSource(unnamed(account), false, List.of(), Optional.empty());
  }

  /// What the entity has: a user also what its groups have; users and roles their boundary.
  static SimulationSource of(PolicyHolder entity, Account home, PrincipalPolicies policies) {
    Arn arn = entity.arn(home.id());
    Requester requester =
        switch (entity) {
          case User user -> new Requester.IamUser(home.id(), arn, user.id());
          case Role role -> new Requester.RoleSession(home.id(), arn, role.id(), Optional.empty());
          case Group _ -> unnamed(home.id());
        };
    return new SimulationSource(
        requester,
        entity instanceof User,
        policies.identityPolicies(home, entity),
        entity instanceof Bounded bounded
            ? policies.permissionsBoundary(home, bounded)
            : Optional.empty());
  }

  private static Requester unnamed(AccountId account) {
    return new Requester.IamUser(account, Arn.iam(account, "user"), "");
  }
}
