package io.claviger.access;

import io.claviger.account.Account;
import io.claviger.account.Accounts;
import io.claviger.account.PasswordPolicy;
import io.claviger.account.Role;
import io.claviger.account.User;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyKind;
import java.util.List;
import java.util.Optional;

/// Decides whether a caller may do something, by the policies as they are at that moment.
///
/// The caller's user or role is looked up by unique id. If it is gone, so is every right: a
/// recreated one of the same name is another.
public final class Authorizer {

  private final PrincipalPolicies principals;

  public Authorizer(PrincipalPolicies principals) {
    this.principals = principals;
  }

  /// Decides one pair.
  ///
  /// @param request with the operation's own keys; global ones that it may not say are dropped.
  ///   What it says of MFA that came with the call counts only where a role is assumed, and there
  ///   goes before what the credentials say
  /// @param callContext the caller's and the call's keys, from [CallContext]
  /// @param accounts the accounts to decide on; for a write, the head
  public Authorization authorize(
      Caller caller, AccessRequest request, RequestContext callContext, Accounts accounts) {
    AccessRequest full = request.withContext(context(request, callContext));
    Requester requester = requester(caller, accounts);
    AppliedPolicies nothing = AppliedPolicies.of(requester);
    Optional<AppliedPolicies> policies = policiesOf(caller, requester, accounts);
    if (policies.isEmpty()) {
      return new Authorization(new Decision.ImplicitlyDenied(Layer.IDENTITY), full, nothing);
    }
    AppliedPolicies own = OwnedDelegations.withDefaults(policies.get(), caller, request, accounts);
    AppliedPolicies applied = trustPolicy(request, accounts).map(own::withResource).orElse(own);
    Decision decision = Evaluator.evaluate(applied, full);
    boolean isOwnPassword =
        decision instanceof Decision.ImplicitlyDenied && mayChangePassword(caller, full, accounts);
    return new Authorization(
        isOwnPassword ? new Decision.Allowed(List.of()) : decision, full, applied);
  }

  /// All condition keys of the request. Where both know one, the server goes before the operation.
  private static RequestContext context(AccessRequest request, RequestContext callContext) {
    RequestContext context =
        CallContext.operationKeys(request.context())
            .with("aws:ResourceAccount", request.resourceAccount().digits())
            .and(callContext);
    return isDecidedByTrust(request)
        ? context.and(CallContext.shownMfa(request.context()))
        : context;
  }

  /// Who the caller is to policies.
  static Requester requester(Caller caller, Accounts accounts) {
    return switch (caller) {
      case Caller.Root root -> new Requester.Root(root.account());
      case Caller.IamUser user ->
          new Requester.IamUser(
              user.account(),
              account(caller, accounts)
                  .flatMap(account -> account.users().byId(user.userId()))
                  .map(present -> present.arn(user.account()))
                  .orElse(user.arn()),
              user.userId());
      case Caller.RoleSession role ->
          new Requester.RoleSession(
              role.account(),
              role.roleArn(),
              role.roleId(),
              CallerIdentity.of(role).map(CallerIdentity::arn));
      case Caller.FederatedUser user ->
          new Requester.FederatedUser(
              user.account(),
              Optional.of(user.userArn()),
              user.userId(),
              CallerIdentity.of(user).orElseThrow().arn());
      case Caller.Federated federated -> new Requester.Federated(federated.identity().provider());
      case Caller.Anonymous _ -> new Requester.Anonymous();
    };
  }

  /// The policies of the caller; empty when its user, role or account is gone.
  private Optional<AppliedPolicies> policiesOf(
      Caller caller, Requester requester, Accounts accounts) {
    return switch (caller) {
      case Caller.Federated _, Caller.Anonymous _ -> Optional.of(AppliedPolicies.of(requester));
      case Caller.Root _ -> account(caller, accounts).map(_ -> AppliedPolicies.of(requester));
      case Caller.IamUser user ->
          account(caller, accounts).flatMap(account -> ofUser(account, user.userId(), requester));
      case Caller.RoleSession role ->
          account(caller, accounts).flatMap(account -> ofRole(account, role, requester));
      case Caller.FederatedUser user ->
          account(caller, accounts).flatMap(account -> ofFederated(account, user, requester));
    };
  }

  private Optional<AppliedPolicies> ofUser(Account account, String userId, Requester requester) {
    Optional<User> found = account.users().byId(userId);
    return found.map(user -> principals.applied(account, user, requester));
  }

  private Optional<AppliedPolicies> ofRole(
      Account account, Caller.RoleSession caller, Requester requester) {
    Optional<Role> found = account.roles().byId(caller.roleId());
    return found.map(role -> {
      AppliedPolicies policies = principals.applied(account, role, requester);
      Session session = caller.session();
      return session.hasSessionPolicies()
          ? policies.withSession(principals.sessionPolicies(account, session))
          : policies;
    });
  }

  /// A federated user has what the user and the session policies both allow, hence nothing without
  /// a session policy: that layer always exists. Where it was the root user who asked, there is
  /// nobody's identity-based policy, and none is needed.
  ///
  /// AWS rule: IAM User Guide, "Permissions for GetFederationToken".
  private Optional<AppliedPolicies> ofFederated(
      Account account, Caller.FederatedUser caller, Requester requester) {
    boolean isRoot = caller.userId().equals(account.id().digits());
    Optional<AppliedPolicies> user =
        isRoot
            ? Optional.of(AppliedPolicies.of(requester))
            : ofUser(account, caller.userId(), requester);
    List<AppliedPolicy> session = principals.sessionPolicies(account, caller.session());
    return user.map(policies -> policies.withSession(session));
  }

  /// The trust policy of the role that is to be assumed. None if there is no such role: the
  /// evaluator then denies as it does for a role that trusts nobody, and strangers do not learn
  /// which roles exist.
  private Optional<AppliedPolicy> trustPolicy(AccessRequest request, Accounts accounts) {
    if (!isDecidedByTrust(request)) {
      return Optional.empty();
    }
    return accounts
        .account(request.resourceAccount())
        .flatMap(account -> account.roles().withArn(request.resource()))
        .map(principals::trustPolicy);
  }

  /// Whether the resource is a role whose trust policy has a say.
  private static boolean isDecidedByTrust(AccessRequest request) {
    return PolicyKind.ofResource(request.action(), request.resource()) == PolicyKind.TRUST;
  }

  /// Whether the account's password policy lets this user change the own password. No policy
  /// document says so, hence nothing that limits by not allowing takes it away.
  ///
  /// AWS rule: IAM User Guide, "Permit IAM users to change their own passwords".
  private static boolean mayChangePassword(
      Caller caller, AccessRequest request, Accounts accounts) {
    if (!is(request, "iam:ChangePassword") || !(caller instanceof Caller.IamUser user)) {
      return false;
    }
    Optional<Account> account = account(caller, accounts);
    boolean isOwn =
        account
            .flatMap(a -> a.users().byId(user.userId()))
            .filter(u -> u.arn(user.account()).toString().equals(request.resource()))
            .isPresent();
    PasswordPolicy policy = account.map(a -> a.settings().passwordPolicy()).orElse(null);
    return isOwn && policy != null && policy.allowUsersToChange();
  }

  private static boolean is(AccessRequest request, String action) {
    return request.action().equalsIgnoreCase(action);
  }

  private static Optional<Account> account(Caller caller, Accounts accounts) {
    return caller.accountId().flatMap(accounts::account);
  }
}
