package io.claviger.service.iam.lastaccess;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetOrganizationsAccessReportRequest;
import software.amazon.awssdk.services.iam.model.GetOrganizationsAccessReportResponse;

/// Shows a report of an organization. None can be started yet, so there is none.
///
/// Permissions: `iam:GetOrganizationsAccessReport`, which has no resource type.
///
/// AWS rule: IAM API Reference, "GetOrganizationsAccessReport".
record GetOrganizationsAccessReport()
    implements ReadOperation<
        GetOrganizationsAccessReportRequest, GetOrganizationsAccessReportResponse> {

  @Override
  public Class<GetOrganizationsAccessReportRequest> input() {
    return GetOrganizationsAccessReportRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GetOrganizationsAccessReportRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:GetOrganizationsAccessReport"));
  }

  @Override
  public GetOrganizationsAccessReportResponse run(
      GetOrganizationsAccessReportRequest input, Call call, View view) {
    throw LastAccessErrors.noSuchJob(input.jobId());
  }
}
