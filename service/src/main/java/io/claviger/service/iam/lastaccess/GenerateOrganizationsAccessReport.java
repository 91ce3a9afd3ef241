package io.claviger.service.iam.lastaccess;

import io.claviger.access.AccessErrors;
import io.claviger.access.CallerIdentity;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GenerateOrganizationsAccessReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateOrganizationsAccessReportResponse;

/// Starts a report on the services that the accounts below a place in an organization may reach.
///
/// No account is in an organization yet, and a path in another organization is closed to everybody.
///
/// Permissions: `iam:GenerateOrganizationsAccessReport` on the `access-report` of the path, with
/// the `iam:OrganizationsPolicyId` that the request names.
///
/// AWS rule: IAM API Reference, "GenerateOrganizationsAccessReport".
record GenerateOrganizationsAccessReport()
    implements ReadOperation<
        GenerateOrganizationsAccessReportRequest, GenerateOrganizationsAccessReportResponse> {

  private static final String ACTION = "iam:GenerateOrganizationsAccessReport";

  @Override
  public Class<GenerateOrganizationsAccessReportRequest> input() {
    return GenerateOrganizationsAccessReportRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GenerateOrganizationsAccessReportRequest input, Call call, View view) {
    AccessRequest request = IamResources.on(view.home(), ACTION, resource(input, view));
    String policy = input.organizationsPolicyId();
    return List.of(
        policy == null ? request : IamResources.with(request, "iam:OrganizationsPolicyId", policy));
  }

  @Override
  public GenerateOrganizationsAccessReportResponse run(
      GenerateOrganizationsAccessReportRequest input, Call call, View view) {
    String caller = CallerIdentity.of(call.caller()).orElseThrow().arn().toString();
    throw AccessErrors.notAuthorized(caller, ACTION, resource(input, view));
  }

  private static String resource(GenerateOrganizationsAccessReportRequest input, View view) {
    return Arn.iam(view.home().id(), "access-report/" + input.entityPath()).toString();
  }
}
