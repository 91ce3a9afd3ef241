package io.claviger.service.sts;

import io.claviger.account.Account;
import io.claviger.account.Role;
import io.claviger.account.Tags;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/// What assuming a role asks to be allowed, with the keys that trust policies look at.
///
/// AWS rule: IAM User Guide, "IAM and AWS STS condition context keys".
///
/// @param sourceIdentity of the new session, or null
/// @param role empty where it does not exist: the keys of its tags are absent then
record RoleRequests(
    AssumeRoleRequest input,
    Call call,
    SessionTags tags,
    @Nullable String sourceIdentity,
    Optional<Role> role) {

  List<AccessRequest> all(Account home) {
    RequestContext context = context();
    List<String> actions = new ArrayList<>();
    actions.add("sts:AssumeRole");
    if (tags.isTagged()) {
      actions.add("sts:TagSession");
    }
    if (sourceIdentity != null) {
      actions.add("sts:SetSourceIdentity");
    }
    return actions.stream()
        .map(action -> StsRequests.on(home, action, input.roleArn()).withContext(context))
        .toList();
  }

  private RequestContext context() {
    RequestContext context =
        RequestContext.EMPTY.with("sts:RoleSessionName", input.roleSessionName());
    if (input.externalId() != null) {
      context = context.with("sts:ExternalId", input.externalId());
    }
    if (sourceIdentity != null) {
      context = context.with("sts:SourceIdentity", sourceIdentity);
    }
    for (Tags.Tag tag : role.map(Role::tags).orElse(Tags.NONE).all()) {
      context =
          context
              .with("aws:ResourceTag/" + tag.key(), tag.value())
              .with("iam:ResourceTag/" + tag.key(), tag.value());
    }
    return StsRequests.withTags(withMfa(context), tags);
  }

  /// MFA that comes with the request counts for this very request, even of a caller with long-term
  /// credentials.
  private RequestContext withMfa(RequestContext context) {
    return CallerMfa.isShown(call)
        ? context.with("aws:MultiFactorAuthPresent", "true").with("aws:MultiFactorAuthAge", "0")
        : context;
  }
}
