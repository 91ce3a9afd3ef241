package io.claviger.service.iam.profile;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;

/// Shows an instance profile with the role it holds.
///
/// Permissions: `iam:GetInstanceProfile` on the profile.
record GetInstanceProfile()
    implements ReadOperation<GetInstanceProfileRequest, GetInstanceProfileResponse> {

  @Override
  public Class<GetInstanceProfileRequest> input() {
    return GetInstanceProfileRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetInstanceProfileRequest input, Call call, View view) {
    return List.of(
        IamResources.instanceProfile(
            view.home(), "iam:GetInstanceProfile", input.instanceProfileName()));
  }

  @Override
  public GetInstanceProfileResponse run(GetInstanceProfileRequest input, Call call, View view) {
    return GetInstanceProfileResponse.builder()
        .instanceProfile(
            ShownProfile.whole(
                view, IamEntities.instanceProfile(view.home(), input.instanceProfileName())))
        .build();
  }
}
