package io.claviger.conformance.operation;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.model.OrganizationNotFoundException;

/// What needs an organization, where there is none.
class OrganizationsTest implements OperationFamily {

  @Override
  public List<Refusal> refusals() {
    return List.of(
        none(
            "DisableOrganizationsRootCredentialsManagement",
            t -> t.iam().disableOrganizationsRootCredentialsManagement(_ -> {})),
        none(
            "DisableOrganizationsRootSessions",
            t -> t.iam().disableOrganizationsRootSessions(_ -> {})),
        none(
            "EnableOrganizationsRootCredentialsManagement",
            t -> t.iam().enableOrganizationsRootCredentialsManagement(_ -> {})),
        none(
            "EnableOrganizationsRootSessions",
            t -> t.iam().enableOrganizationsRootSessions(_ -> {})),
        none("ListOrganizationsFeatures", t -> t.iam().listOrganizationsFeatures(_ -> {})),
        Refusal.noSuchEntity(
            "GetOrganizationsAccessReport",
            t ->
                t.iam()
                    .getOrganizationsAccessReport(
                        in -> in.jobId("00000000-0000-4000-8000-000000000000"))));
  }

  private static Refusal none(String operation, Consumer<Tenant> attempt) {
    return Refusal.of(operation, OrganizationNotFoundException.class, attempt);
  }
}
