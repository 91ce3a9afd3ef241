package io.claviger.service.iam.owned;

import io.claviger.account.UserCredential;
import io.claviger.service.iam.IamErrors;

/// Whether a credential may be used, in AWS's words.
public final class CredentialStatus {

  private CredentialStatus() {}

  public static String of(UserCredential credential) {
    return credential.active() ? "Active" : "Inactive";
  }

  /// Whether the status that a request sets makes a credential active.
  ///
  /// @throws io.claviger.wire.ServiceError for a status that cannot be set
  public static boolean isActive(String status) {
    return switch (status) {
      case "Active" -> true;
      case "Inactive" -> false;
      // The model has a third value, which is nothing that a caller can set.
      default -> throw IamErrors.invalidInput("Status must be Active or Inactive.");
    };
  }
}
