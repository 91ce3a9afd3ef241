package io.claviger.service.iam;

import io.claviger.base.Arn;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryAttachmentType;

/// Permissions boundaries, as answers show them.
///
/// AWS rule: IAM User Guide, "Permissions boundaries for IAM entities".
public final class Boundaries {

  private Boundaries() {}

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
