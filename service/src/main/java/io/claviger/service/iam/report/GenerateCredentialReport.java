package io.claviger.service.iam.report;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.CredentialReport;
import io.claviger.account.PackedText;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/// Makes a credential report, unless there is one that is still good. It is there at once, but the
/// call that makes it says that it was started, as AWS's does: clients ask until it is complete.
///
/// Permissions: `iam:GenerateCredentialReport`, which has no resource type.
///
/// AWS rule: IAM API Reference, "GenerateCredentialReport".
record GenerateCredentialReport()
    implements WriteOperation<GenerateCredentialReportRequest, GenerateCredentialReportResponse> {

  private static final String STARTED = "No report exists. Starting a new report generation task";

  @Override
  public Class<GenerateCredentialReportRequest> input() {
    return GenerateCredentialReportRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GenerateCredentialReportRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:GenerateCredentialReport"));
  }

  @Override
  public boolean isPreparedForTheAllowedOnly() {
    return true;
  }

  @Override
  public Call prepare(GenerateCredentialReportRequest input, Call call, View view) {
    if (hasGoodReport(view.home(), call)) {
      return call;
    }
    String csv = new CredentialCsv(view.home(), call.activity()).text();
    return call.withPrepared(new CredentialReport(call.now(), PackedText.of(csv)));
  }

  @Override
  public Outcome<GenerateCredentialReportResponse> run(
      GenerateCredentialReportRequest input, Call call, View view) {
    if (call.prepared() instanceof CredentialReport report && !hasGoodReport(view.home(), call)) {
      return new Outcome<>(Change.put(report), answer(ReportStateType.STARTED, STARTED));
    }
    return new Outcome<>(Change.NONE, answer(ReportStateType.COMPLETE, null));
  }

  private static boolean hasGoodReport(Account home, Call call) {
    return home.credentialReport()
        .filter(report -> CredentialReports.isGood(report, call.now()))
        .isPresent();
  }

  private static GenerateCredentialReportResponse answer(
      ReportStateType state, @Nullable String description) {
    return GenerateCredentialReportResponse.builder().state(state).description(description).build();
  }
}
