package io.claviger.service.iam.organization;

import io.claviger.service.Operation;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootSessionsRequest;

/// The operations on central root access.
public final class OrganizationOperations {

  private OrganizationOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of(
        new ListOrganizationsFeatures(),
        new SwitchFeature<>(
            EnableOrganizationsRootCredentialsManagementRequest.class,
            "iam:EnableOrganizationsRootCredentialsManagement"),
        new SwitchFeature<>(
            DisableOrganizationsRootCredentialsManagementRequest.class,
            "iam:DisableOrganizationsRootCredentialsManagement"),
        new SwitchFeature<>(
            EnableOrganizationsRootSessionsRequest.class, "iam:EnableOrganizationsRootSessions"),
        new SwitchFeature<>(
            DisableOrganizationsRootSessionsRequest.class, "iam:DisableOrganizationsRootSessions"));
  }
}
