package io.claviger.service.iam.organization;

import io.claviger.wire.ServiceError;

/// Why an account cannot decide for an organization.
final class OrganizationErrors {

  private static final int BAD_REQUEST = 400;

  private OrganizationErrors() {}

  /// The account is in no organization.
  static ServiceError noOrganization() {
    return new ServiceError(
        "OrganizationNotFoundException",
        BAD_REQUEST,
        "The request was rejected because no organization is associated with your account.");
  }
}
