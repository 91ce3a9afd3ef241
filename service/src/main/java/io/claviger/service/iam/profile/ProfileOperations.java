package io.claviger.service.iam.profile;

import io.claviger.account.Quotas;
import io.claviger.service.Operation;
import java.util.List;

/// The operations on instance profiles.
public final class ProfileOperations {

  private ProfileOperations() {}

  public static List<Operation<?, ?>> list(Quotas quotas) {
    return List.of(
        new CreateInstanceProfile(quotas),
        new GetInstanceProfile(),
        new ListInstanceProfiles(),
        new ListInstanceProfilesForRole(),
        new DeleteInstanceProfile(),
        new AddRoleToInstanceProfile(),
        new RemoveRoleFromInstanceProfile());
  }
}
