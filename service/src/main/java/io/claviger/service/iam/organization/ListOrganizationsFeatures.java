package io.claviger.service.iam.organization;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;

/// Lists which features of central root access the organization has on.
///
/// Permissions: `iam:ListOrganizationsFeatures`, which has no resource type.
///
/// AWS rule: IAM API Reference, "ListOrganizationsFeatures".
record ListOrganizationsFeatures()
    implements ReadOperation<ListOrganizationsFeaturesRequest, ListOrganizationsFeaturesResponse> {

  @Override
  public Class<ListOrganizationsFeaturesRequest> input() {
    return ListOrganizationsFeaturesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      ListOrganizationsFeaturesRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:ListOrganizationsFeatures"));
  }

  @Override
  public ListOrganizationsFeaturesResponse run(
      ListOrganizationsFeaturesRequest input, Call call, View view) {
    throw OrganizationErrors.noOrganization();
  }
}
