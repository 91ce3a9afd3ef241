package io.claviger.service.iam.profile;

import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.service.iam.IamTags;
import io.claviger.service.iam.role.ShownRole;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.InstanceProfile;

/// Instance profiles as answers have them.
public final class ShownProfile {

  private ShownProfile() {}

  /// The profile as lists have it.
  ///
  /// AWS rule: IAM API Reference, "ListInstanceProfiles", on the attributes that it leaves out.
  public static InstanceProfile.Builder listed(
      View view, io.claviger.account.InstanceProfile profile) {
    Optional<Role> role = Optional.ofNullable(profile.roleId()).flatMap(view.home().roles()::byId);
    return InstanceProfile.builder()
        .path(profile.path())
        .instanceProfileName(profile.name())
        .instanceProfileId(profile.id())
        .arn(profile.arn(view.home().id()).toString())
        .createDate(profile.created())
        .roles(role.map(r -> List.of(ShownRole.brief(view, r).build())).orElse(List.of()));
  }

  /// The profile with all that is known of it.
  static InstanceProfile whole(View view, io.claviger.account.InstanceProfile profile) {
    return listed(view, profile).tags(IamTags.shown(profile.tags().all())).build();
  }
}
