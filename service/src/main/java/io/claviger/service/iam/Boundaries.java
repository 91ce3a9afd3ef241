package io.claviger.service.iam;

import io.claviger.account.Account;
import io.claviger.base.Arn;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryAttachmentType;

/// Permissions boundaries, as requests name them and answers show them.
///
/// AWS rule: IAM User Guide, "Permissions boundaries for IAM entities".
public final class Boundaries {

  private Boundaries() {}

  /// The managed policy to be the boundary: one of the account's own or one of AWS's.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none
  public static Arn require(String arn, Account home) {
    return AttachablePolicies.find(arn, home).orElseThrow(() -> IamErrors.noSuchBoundary(arn));
  }

  /// The boundary as answers have it; null for null.
  public static @Nullable AttachedPermissionsBoundary shown(@Nullable Arn boundary) {
    return boundary == null
        ? null
        : AttachedPermissionsBoundary.builder()
            .permissionsBoundaryType(PermissionsBoundaryAttachmentType.PERMISSIONS_BOUNDARY_POLICY)
            .permissionsBoundaryArn(boundary.toString())
            .build();
  }
}
