package io.claviger.policy.decide;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.match.RequestArn;

/// A request made ready for all statements: what can be worked out once is.
///
/// @param action in lower case
/// @param hasBoundary whether the requester has a permissions boundary
record Question(
    Requester requester,
    String action,
    RequestArn resource,
    AccessRequest request,
    boolean hasBoundary) {

  static Question of(AppliedPolicies policies, AccessRequest request) {
    return new Question(
        policies.requester(),
        AsciiCase.lower(request.action()),
        RequestArn.of(request.resource()),
        request,
        policies.boundary().isPresent());
  }

  RequestContext context() {
    return request.context();
  }

  /// Whether a role is to be assumed, on whose trust policy the request then depends.
  boolean isForRole() {
    boolean isAssuming =
        action.startsWith("sts:assumerole")
            || action.equals("sts:tagsession")
            || action.equals("sts:setsourceidentity");
    return isAssuming && resource.isOf("iam", "role/");
  }

  /// Whether the request is for a KMS key, on whose key policy it then depends.
  boolean isForKey() {
    return action.startsWith("kms:") && resource.isOf("kms", "key/");
  }
}
