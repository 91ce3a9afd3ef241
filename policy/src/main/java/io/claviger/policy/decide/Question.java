package io.claviger.policy.decide;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.match.RequestArn;

/// A request made ready for all statements: what can be worked out once is. Confined to one
/// decision.
final class Question {

  private final AppliedPolicies policies;
  private final AccessRequest request;
  private final RequestArn resource;

  Question(AppliedPolicies policies, AccessRequest request) {
    this.policies = policies;
    this.request = request;
    this.resource = RequestArn.of(request.resource());
  }

  Requester requester() {
    return policies.requester();
  }

  AccessRequest request() {
    return request;
  }

  RequestArn resource() {
    return resource;
  }

  RequestContext context() {
    return request.context();
  }

  /// The action in lower case.
  String action() {
    return AsciiCase.lower(request.action());
  }

  /// Whether the requester has a permissions boundary.
  boolean hasBoundary() {
    return policies.hasBoundary();
  }

  /// Whether the requester belongs to the account that owns the resource.
  boolean isSameAccount() {
    return switch (requester()) {
      case Requester.Root root -> root.account().equals(request.resourceAccount());
      case Requester.IamUser user -> user.account().equals(request.resourceAccount());
      case Requester.RoleSession session -> session.account().equals(request.resourceAccount());
      case Requester.FederatedUser user -> user.account().equals(request.resourceAccount());
      case Requester.Service _,
          Requester.Federated _,
          Requester.CanonicalUser _,
          Requester.Anonymous _ ->
          false;
    };
  }

  /// Whether a role is to be assumed, on whose trust policy the request then depends.
  boolean isForRole() {
    if (!resource.isOf("iam", "role/")) {
      return false;
    }
    String action = action();
    return action.startsWith("sts:assumerole")
        || action.equals("sts:tagsession")
        || action.equals("sts:setsourceidentity");
  }

  /// Whether the request is for a KMS key, on whose key policy it then depends.
  boolean isForKey() {
    return resource.isOf("kms", "key/") && action().startsWith("kms:");
  }
}
