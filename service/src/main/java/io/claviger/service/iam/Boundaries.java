package io.claviger.service.iam;

import io.claviger.base.Arn;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;

/// Permissions boundaries, as answers show them.
///
/// AWS rule: IAM User Guide, "Permissions boundaries for IAM entities".
public final class Boundaries {

  /// What AWS sends and documents ("can only have a value of `Policy`"); the API model's one value
  /// is `PermissionsBoundaryPolicy`, which is never seen.
  private static final String TYPE = "Policy";

  private Boundaries() {}

  /// The boundary as answers have it; null for null.
  public static @Nullable AttachedPermissionsBoundary shown(@Nullable Arn boundary) {
    return boundary == null
        ? null
        : AttachedPermissionsBoundary.builder()
            .permissionsBoundaryType(TYPE)
            .permissionsBoundaryArn(boundary.toString())
            .build();
  }
}
