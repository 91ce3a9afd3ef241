package io.claviger.policy.explain;

import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyKind;
import java.util.Optional;

/// Says to a caller what it may not do, and which type of policy is why.
///
/// The ARN of a policy that denies is given where policies of that type have one and caller and
/// resource are of one account.
///
/// Whom an identity provider vouches for hears nothing but the action: STS's clients print so.
///
/// AWS rule: IAM User Guide, "Troubleshoot access denied error messages"; AWS Security Blog,
/// "Enhanced access denied error messages with policy ARNs".
public final class DenialMessage {

  private final Requester requester;
  private final AccessRequest request;

  private DenialMessage(Requester requester, AccessRequest request) {
    this.requester = requester;
    this.request = request;
  }

  /// The message for a denial.
  ///
  /// @throws IllegalArgumentException if the decision is none
  public static String of(Requester requester, AccessRequest request, Decision denied) {
    if (requester instanceof Requester.Federated) {
      return "Not authorized to perform " + request.action();
    }
    return "User: "
        + name(requester)
        + " is not authorized to perform: "
        + request.action()
        + " on resource: "
        + request.resource()
        + new DenialMessage(requester, request).reason(denied);
  }

  private String reason(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> throw new IllegalArgumentException("Not denied");
      case Decision.ExplicitlyDenied explicit -> explicit(explicit);
      case Decision.ImplicitlyDenied implicit -> implicit(implicit.layer());
    };
  }

  private String explicit(Decision.ExplicitlyDenied decision) {
    Layer layer = decision.layer();
    if (isTrust(layer)) {
      return isSameAccount() ? " with an explicit deny in the role trust policy" : "";
    }
    Optional<Arn> arn = isSameAccount() ? policyArn(decision) : Optional.empty();
    return " with an explicit deny in "
        + LayerNames.withArticle(LayerNames.singular(layer))
        + arn.map(a -> ": " + a).orElse("");
  }

  /// STS gives no reason where a trust policy does not let the caller in: it would tell strangers
  /// about a role of another account.
  private String implicit(Layer layer) {
    if (isTrust(layer)) {
      return "";
    }
    return " because no "
        + LayerNames.singular(layer)
        + " allows the "
        + request.action()
        + " action";
  }

  private boolean isTrust(Layer layer) {
    return layer == Layer.RESOURCE
        && PolicyKind.ofResource(request.action(), request.resource()) == PolicyKind.TRUST;
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

  private boolean isSameAccount() {
    return requester.accountId().filter(request.resourceAccount()::equals).isPresent();
  }

  /// What a requester is called: its ARN where it has one.
  public static String name(Requester requester) {
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
