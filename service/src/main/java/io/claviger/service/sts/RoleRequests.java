package io.claviger.service.sts;

import io.claviger.account.Account;
import io.claviger.account.Role;
import io.claviger.account.Tags;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What assuming a role asks to be allowed, with the keys that trust policies look at.
///
/// AWS rule: IAM User Guide, "IAM and AWS STS condition context keys".
///
/// @param action `sts:AssumeRole` or one of its relatives
/// @param tags of the new session
/// @param sourceIdentity of the new session, or null
record RoleRequests(
    String action,
    String roleArn,
    String sessionName,
    SessionTags tags,
    @Nullable String sourceIdentity) {

  /// The action itself; when the session is tagged, also by tags that come along a chain,
  /// `sts:TagSession`; when it has a source identity, also an inherited one,
  /// `sts:SetSourceIdentity`.
  ///
  /// @param home the role's account. Where the role does not exist, the keys of its tags are absent
  /// @param more keys of one operation alone
  List<AccessRequest> all(Account home, RequestContext more) {
    RequestContext context = context(home.roles().withArn(roleArn)).and(more);
    List<String> actions = new ArrayList<>();
    actions.add(action);
    if (tags.isTagged()) {
      actions.add("sts:TagSession");
    }
    if (sourceIdentity != null) {
      actions.add("sts:SetSourceIdentity");
    }
    return actions.stream()
        .map(asked -> StsRequests.on(home, asked, roleArn).withContext(context))
        .toList();
  }

  private RequestContext context(Optional<Role> role) {
    RequestContext context = RequestContext.EMPTY.with("sts:RoleSessionName", sessionName);
    if (sourceIdentity != null) {
      context = context.with("sts:SourceIdentity", sourceIdentity);
    }
    for (Tags.Tag tag : role.map(Role::tags).orElse(Tags.NONE).all()) {
      context =
          context
              .with("aws:ResourceTag/" + tag.key(), tag.value())
              .with("iam:ResourceTag/" + tag.key(), tag.value());
    }
    return StsRequests.withTags(context, tags);
  }
}
