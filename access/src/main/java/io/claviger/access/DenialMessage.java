package io.claviger.access;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.Requester;
import java.util.Optional;

/// Says to a caller what it may not do, and which type of policy is why.
///
/// The ARN of a policy that denies is given where policies of that type have one and caller and
/// resource are of one account.
///
/// AWS rule: IAM User Guide, "Troubleshoot access denied error messages"; AWS Security Blog,
/// "Enhanced access denied error messages with policy ARNs".
public final class DenialMessage {

  private DenialMessage() {}

  /// The message for a denied authorization.
  ///
  /// @throws IllegalArgumentException if it is not denied
  public static String of(Authorization denied) {
    AccessRequest request = denied.request();
    return "User: "
        + name(denied.requester())
        + " is not authorized to perform: "
        + request.action()
        + " on resource: "
        + request.resource()
        + reason(denied);
  }

  private static String reason(Authorization denied) {
    return switch (denied.decision()) {
      case Decision.Allowed _ -> throw new IllegalArgumentException("Not denied");
      case Decision.ExplicitlyDenied explicit -> explicit(denied, explicit);
      case Decision.ImplicitlyDenied implicit -> implicit(denied.request(), implicit.layer());
    };
  }

  private static String explicit(Authorization denied, Decision.ExplicitlyDenied decision) {
    Layer layer = decision.layer();
    if (isTrust(denied.request(), layer)) {
      return isSameAccount(denied) ? " with an explicit deny in the role trust policy" : "";
    }
    String type =
        switch (layer) {
          case IDENTITY -> "an identity-based policy";
          case PERMISSIONS_BOUNDARY -> "a permissions boundary";
          case SESSION -> "a session policy";
          case RESOURCE -> "a resource-based policy";
          case SERVICE_CONTROL -> "a service control policy";
          case RESOURCE_CONTROL -> "a resource control policy";
          case VPC_ENDPOINT -> "a VPC endpoint policy";
        };
    Optional<Arn> arn = isSameAccount(denied) ? policyArn(decision) : Optional.empty();
    return " with an explicit deny in " + type + arn.map(a -> ": " + a).orElse("");
  }

  /// STS gives no reason where a trust policy does not let the caller in: it would tell strangers
  /// about a role of another account.
  private static String implicit(AccessRequest request, Layer layer) {
    if (isTrust(request, layer)) {
      return "";
    }
    String type =
        switch (layer) {
          case IDENTITY -> "identity-based policy";
          case PERMISSIONS_BOUNDARY -> "permissions boundary";
          case SESSION -> "session policy";
          case RESOURCE -> "resource-based policy";
          case SERVICE_CONTROL -> "service control policy";
          case RESOURCE_CONTROL -> "resource control policy";
          case VPC_ENDPOINT -> "VPC endpoint policy";
        };
    return " because no " + type + " allows the " + request.action() + " action";
  }

  private static boolean isTrust(AccessRequest request, Layer layer) {
    return layer == Layer.RESOURCE && Authorizer.isDecidedByTrust(request);
  }

  /// The first policy of the denying layer that has an ARN to show. Resource-based and endpoint
  /// policies have none.
  private static Optional<Arn> policyArn(Decision.ExplicitlyDenied decision) {
    Layer layer = decision.layer();
    if (layer == Layer.RESOURCE || layer == Layer.VPC_ENDPOINT) {
      return Optional.empty();
    }
    return decision.deciding().stream()
        .filter(statement -> statement.layer() == layer)
        .map(MatchedStatement::source)
        .flatMap(source -> source.arn().stream())
        .findFirst();
  }

  private static boolean isSameAccount(Authorization denied) {
    Optional<AccountId> own = denied.requester().accountId();
    return own.isPresent() && own.get().equals(denied.request().resourceAccount());
  }

  /// What a requester is called: its ARN where it has one.
  static String name(Requester requester) {
    return switch (requester) {
      case Requester.Root root -> Arn.iam(root.account(), "root").toString();
      case Requester.IamUser user -> user.arn().toString();
      case Requester.RoleSession role -> role.sessionArn().orElse(role.roleArn()).toString();
      case Requester.FederatedUser user -> user.sessionArn().toString();
      case Requester.Service service -> service.principal();
      case Requester.Federated federated -> federated.provider();
      case Requester.CanonicalUser user -> user.id();
      case Requester.Anonymous _ -> "anonymous";
    };
  }
}
