package io.claviger.service.iam.profile;

import io.claviger.account.Change;
import io.claviger.account.InstanceProfile;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamErrors.Conflict;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileResponse;

/// Deletes an instance profile that holds no role.
///
/// Permissions: `iam:DeleteInstanceProfile` on the profile.
record DeleteInstanceProfile()
    implements WriteOperation<DeleteInstanceProfileRequest, DeleteInstanceProfileResponse> {

  @Override
  public Class<DeleteInstanceProfileRequest> input() {
    return DeleteInstanceProfileRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteInstanceProfileRequest input, Call call, View view) {
    return List.of(
        IamResources.instanceProfile(
            view.home(), "iam:DeleteInstanceProfile", input.instanceProfileName()));
  }

  @Override
  public Outcome<DeleteInstanceProfileResponse> run(
      DeleteInstanceProfileRequest input, Call call, View view) {
    InstanceProfile profile = IamEntities.instanceProfile(view.home(), input.instanceProfileName());
    if (profile.roleId() != null) {
      throw IamErrors.deleteConflict(Conflict.INSTANCE_PROFILES);
    }
    return new Outcome<>(
        Change.remove(profile.key()), DeleteInstanceProfileResponse.builder().build());
  }
}
