package io.claviger.service.iam.profile;

import io.claviger.service.Operation;
import java.util.List;

/// The operations on instance profiles.
public final class ProfileOperations {

  private ProfileOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of(
        new CreateInstanceProfile(),
        new GetInstanceProfile(),
        new ListInstanceProfiles(),
        new ListInstanceProfilesForRole(),
        new DeleteInstanceProfile(),
        new AddRoleToInstanceProfile(),
        new RemoveRoleFromInstanceProfile());
  }
}
