package io.claviger.policy.decide;

import io.claviger.base.AccountId;

/// One thing that somebody wants to do: an action on a resource in a context. One API call may need
/// several.
///
/// @param action `service:Name`, compared without regard to case
/// @param resource a full ARN, taken literally; or `*` for an action that has no resource type
/// @param resourceAccount the account that owns the resource, which not every ARN shows
/// @param context all condition keys of the request
public record AccessRequest(
    String action, String resource, AccountId resourceAccount, RequestContext context) {

  public AccessRequest withContext(RequestContext newContext) {
    return new AccessRequest(action, resource, resourceAccount, newContext);
  }
}
