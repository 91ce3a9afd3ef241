package io.claviger.policy.decide;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;

/// The condition keys that say who makes a request, as far as the requester itself tells them.
///
/// AWS rule: IAM User Guide, "AWS global condition context keys", properties of the principal, and
/// "IAM policy elements: Variables and tags", principal key values.
public final class PrincipalKeys {

  private static final String TYPE = "aws:PrincipalType";
  private static final String ACCOUNT = "aws:PrincipalAccount";
  private static final String ARN = "aws:PrincipalArn";
  private static final String USER_ID = "aws:userid";

  private PrincipalKeys() {}

  /// The keys. `aws:userid` is there only where the unique id is known, `aws:PrincipalTag/…` never.
  public static RequestContext of(Requester requester) {
    RequestContext base =
        isSigning(requester)
            ? RequestContext.EMPTY.with(
                "aws:PrincipalIsAWSService",
                Boolean.toString(requester instanceof Requester.Service))
            : RequestContext.EMPTY;
    return switch (requester) {
      case Requester.Root root ->
          named(base, "Account", root.account(), Arn.iam(root.account(), "root"))
              .with(USER_ID, root.account().digits());
      case Requester.IamUser user ->
          withUserId(named(base, "User", user.account(), user.arn()), user.uniqueId(), "")
              .with("aws:username", lastPart(user.arn()));
      case Requester.RoleSession session ->
          // The principal is the role, with its path, not the session.
          withUserId(
              named(base, "AssumedRole", session.account(), session.roleArn()),
              session.sessionArn().isPresent() ? session.roleId() : "",
              session.sessionArn().map(arn -> ':' + lastPart(arn)).orElse(""));
      case Requester.FederatedUser user ->
          named(base, "FederatedUser", user.account(), user.sessionArn())
              .with(USER_ID, user.account().digits() + ':' + lastPart(user.sessionArn()));
      case Requester.Service service -> base.with("aws:PrincipalServiceName", service.principal());
      case Requester.Federated federated -> ofProvider(federated.provider());
      case Requester.CanonicalUser _ -> base;
      case Requester.Anonymous _ ->
          base.with(TYPE, "Anonymous").with(ACCOUNT, "anonymous").with(USER_ID, "anonymous");
    };
  }

  /// Who has no credentials of AWS signs no request.
  private static boolean isSigning(Requester requester) {
    return !(requester instanceof Requester.Federated || requester instanceof Requester.Anonymous);
  }

  /// The keys that tell the identity provider whose token is good for a role, or was good for its
  /// session: those of OpenID Connect are told.
  ///
  /// @param provider as a trust policy's `Federated` names it
  public static RequestContext ofProvider(String provider) {
    boolean isOfSaml =
        Arn.find(provider).filter(arn -> arn.resource().startsWith("saml-provider/")).isPresent();
    return isOfSaml
        ? RequestContext.EMPTY
        : RequestContext.EMPTY.with("aws:FederatedProvider", provider);
  }

  private static RequestContext named(
      RequestContext base, String type, AccountId account, Arn principal) {
    return base.with(TYPE, type).with(ACCOUNT, account.digits()).with(ARN, principal.toString());
  }

  private static RequestContext withUserId(RequestContext context, String id, String suffix) {
    return id.isEmpty() ? context : context.with(USER_ID, id + suffix);
  }

  private static String lastPart(Arn arn) {
    String resource = arn.resource();
    return resource.substring(resource.lastIndexOf('/') + 1);
  }
}
