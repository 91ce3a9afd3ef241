package io.claviger.service.iam.delegation;

import io.claviger.access.Caller;
import io.claviger.access.CallerIdentity;
import io.claviger.access.Federation;
import io.claviger.access.Session;
import io.claviger.account.Delegation.Approver;
import io.claviger.account.Delegation.Identity;
import io.claviger.account.Tags;
import io.claviger.base.Arn;
import java.util.List;
import java.util.Map;

/// Callers as those who take a request over, or accept it.
final class Identities {

  private Identities() {}

  /// @throws IllegalStateException for callers that IAM's operations never have, and for those that
  ///   only act for somebody, who may take part in no delegation
  static Identity of(Caller caller) {
    String principalId =
        switch (caller) {
          case Caller.Root root -> root.account().digits();
          case Caller.IamUser user -> user.userId();
          case Caller.RoleSession role -> role.roleId();
          case Caller.FederatedUser _, Caller.Federated _, Caller.Anonymous _ ->
              throw new IllegalStateException("No identity of IAM: " + caller);
        };
    return new Identity(principalId, arn(caller));
  }

  /// The caller with the state of its session, which the delegated one goes on to have.
  ///
  /// AWS rule: IAM API Reference, "AcceptDelegationRequest": "At the time of acceptance, IAM
  /// records the details and the state of the identity that called this API."
  static Approver approver(Caller caller) {
    Identity identity = of(caller);
    Session session = caller.session();
    if (session == null) {
      return new Approver(identity, identity.arn(), "", Tags.NONE, List.of(), null, null, Map.of());
    }
    Federation federation = session.federation();
    return new Approver(
        identity,
        caller instanceof Caller.RoleSession role ? role.roleArn() : identity.arn(),
        caller instanceof Caller.RoleSession ? session.sessionName() : "",
        session.tags(),
        session.transitiveTagKeys(),
        session.sourceIdentity(),
        federation == null ? null : federation.provider(),
        federation == null ? Map.of() : federation.keys());
  }

  private static Arn arn(Caller caller) {
    return CallerIdentity.of(caller).orElseThrow().arn();
  }
}
