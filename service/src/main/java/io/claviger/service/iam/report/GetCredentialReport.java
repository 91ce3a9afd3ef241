package io.claviger.service.iam.report;

import io.claviger.account.CredentialReport;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportFormatType;

/// Shows the newest credential report as it was made, whatever has changed since.
///
/// Permissions: `iam:GetCredentialReport`, which has no resource type.
///
/// AWS rule: IAM API Reference, "GetCredentialReport".
record GetCredentialReport()
    implements ReadOperation<GetCredentialReportRequest, GetCredentialReportResponse> {

  @Override
  public Class<GetCredentialReportRequest> input() {
    return GetCredentialReportRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetCredentialReportRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:GetCredentialReport"));
  }

  @Override
  public GetCredentialReportResponse run(GetCredentialReportRequest input, Call call, View view) {
    CredentialReport report = view.home().credentialReport().orElseThrow(ReportErrors::notPresent);
    if (!CredentialReports.isGood(report, call.now())) {
      throw ReportErrors.expired();
    }
    return GetCredentialReportResponse.builder()
        .content(SdkBytes.fromUtf8String(report.content().text()))
        .reportFormat(ReportFormatType.TEXT_CSV)
        .generatedTime(report.created())
        .build();
  }
}
