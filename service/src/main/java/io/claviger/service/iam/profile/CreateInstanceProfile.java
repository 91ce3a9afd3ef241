package io.claviger.service.iam.profile;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.EntityKind;
import io.claviger.account.Ids;
import io.claviger.account.InstanceProfile;
import io.claviger.account.Quota;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamQuotas;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileResponse;

/// Makes an instance profile, which holds no role yet.
///
/// Permissions: `iam:CreateInstanceProfile` on the new profile; with tags also
/// `iam:TagInstanceProfile`.
record CreateInstanceProfile()
    implements WriteOperation<CreateInstanceProfileRequest, CreateInstanceProfileResponse> {

  @Override
  public Class<CreateInstanceProfileRequest> input() {
    return CreateInstanceProfileRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreateInstanceProfileRequest input, Call call, View view) {
    return IamResources.creating(
        IamResources.toBe(
            view.home(),
            "iam:CreateInstanceProfile",
            "instance-profile",
            input.path(),
            input.instanceProfileName()),
        "iam:TagInstanceProfile",
        IamTags.given(input.tags()),
        null);
  }

  @Override
  public Outcome<CreateInstanceProfileResponse> run(
      CreateInstanceProfileRequest input, Call call, View view) {
    Account home = view.home();
    String name = input.instanceProfileName();
    if (home.instanceProfiles().named(name).isPresent()) {
      throw IamErrors.instanceProfileTaken(name);
    }
    IamQuotas.requireRoom(Quota.INSTANCE_PROFILES, EntityKind.INSTANCE_PROFILE, home);
    InstanceProfile profile =
        new InstanceProfile(
            call.ids().uniqueId(Ids.Prefix.AIPA),
            Objects.requireNonNullElse(input.path(), "/"),
            name,
            call.now(),
            IamTags.of(input.tags(), "TagsPerInstanceProfile"),
            null);
    return new Outcome<>(
        Change.put(profile),
        CreateInstanceProfileResponse.builder()
            .instanceProfile(ShownProfile.whole(view, profile))
            .build());
  }
}
