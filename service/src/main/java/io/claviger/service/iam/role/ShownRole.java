package io.claviger.service.iam.role;

import io.claviger.account.Activity;
import io.claviger.account.View;
import io.claviger.service.iam.Boundaries;
import io.claviger.service.iam.IamTags;
import io.claviger.service.iam.policy.PolicyText;
import java.time.Instant;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;

/// Roles as answers have them.
public final class ShownRole {

  private ShownRole() {}

  /// The role as instance profiles have it.
  public static Role.Builder brief(View view, io.claviger.account.Role role) {
    return Role.builder()
        .path(role.path())
        .roleName(role.name())
        .roleId(role.id())
        .arn(role.arn(view.home().id()).toString())
        .createDate(role.created())
        .assumeRolePolicyDocument(PolicyText.encoded(TrustPolicies.show(view, role)));
  }

  /// The role as its creation answers.
  static Role created(View view, io.claviger.account.Role role) {
    return withTagsAndBoundary(brief(view, role), role).build();
  }

  /// The role as lists have it.
  ///
  /// AWS rule: IAM API Reference, "ListRoles", on the attributes that it leaves out.
  static Role.Builder listed(View view, io.claviger.account.Role role) {
    return brief(view, role)
        .description(role.description().isEmpty() ? null : role.description())
        .maxSessionDuration(role.maxSessionSeconds());
  }

  /// The role with all that is known of it.
  static Role whole(View view, io.claviger.account.Role role, Activity activity, Instant now) {
    return withTagsAndBoundary(listed(view, role), role)
        .roleLastUsed(lastUsed(view, role, activity, now))
        .build();
  }

  private static Role.Builder withTagsAndBoundary(
      Role.Builder shown, io.claviger.account.Role role) {
    return shown
        .permissionsBoundary(Boundaries.shown(role.boundary()))
        .tags(role.tags().all().isEmpty() ? null : IamTags.shown(role.tags().all()));
  }

  /// Empty for a role that was not used, or not within the tracking period.
  ///
  /// AWS rule: IAM API Reference, "RoleLastUsed": "Activity is only reported for the trailing 400
  /// days."
  public static RoleLastUsed lastUsed(
      View view, io.claviger.account.Role role, Activity activity, Instant now) {
    return activity
        .lastUse(view.home().id(), Activity.Kind.ROLE, role.id())
        .filter(use -> use.at().isAfter(now.minus(Activity.TRACKED)))
        .map(use -> RoleLastUsed.builder().lastUsedDate(use.at()).region(use.region()).build())
        .orElseGet(() -> RoleLastUsed.builder().build());
  }
}
