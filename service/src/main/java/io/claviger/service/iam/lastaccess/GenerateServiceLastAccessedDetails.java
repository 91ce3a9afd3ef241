package io.claviger.service.iam.lastaccess;

import io.claviger.account.AccessReport;
import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.PackedText;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AccessAdvisorUsageGranularityType;
import software.amazon.awssdk.services.iam.model.GenerateServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.GenerateServiceLastAccessedDetailsResponse;

/// Makes a report on the services that a user, group or role, or those a managed policy is attached
/// to, may reach, and when they last did. It is there at once, and stays as it was made.
///
/// Permissions: `iam:GenerateServiceLastAccessedDetails` on the user, group, role or policy.
///
/// AWS rule: IAM API Reference, "GenerateServiceLastAccessedDetails".
record GenerateServiceLastAccessedDetails(AttachablePolicies policies, ServiceReference reference)
    implements WriteOperation<
        GenerateServiceLastAccessedDetailsRequest, GenerateServiceLastAccessedDetailsResponse> {

  @Override
  public Class<GenerateServiceLastAccessedDetailsRequest> input() {
    return GenerateServiceLastAccessedDetailsRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GenerateServiceLastAccessedDetailsRequest input, Call call, View view) {
    return List.of(
        new EntityArn(input.arn()).access(view.home(), "iam:GenerateServiceLastAccessedDetails"));
  }

  @Override
  public boolean isPreparedForTheAllowedOnly() {
    return true;
  }

  /// Makes the report, which holds up nobody else.
  @Override
  public Call prepare(GenerateServiceLastAccessedDetailsRequest input, Call call, View view) {
    Account home = view.home();
    boolean ofActions = input.granularity() == AccessAdvisorUsageGranularityType.ACTION_LEVEL;
    AccessSubject subject = AccessSubject.of(new EntityArn(input.arn()), call, home, policies);
    FrozenAccess access = new AccessSnapshot(home, call, reference).of(subject, ofActions);
    return call.withPrepared(
        new AccessReport(
            call.ids().timedUuid(call.now()),
            AccessReports.owner(call.caller()),
            call.now(),
            ofActions,
            PackedText.of(access.text())));
  }

  @Override
  public Outcome<GenerateServiceLastAccessedDetailsResponse> run(
      GenerateServiceLastAccessedDetailsRequest input, Call call, View view) {
    if (!(call.prepared() instanceof AccessReport report)) {
      throw new IllegalStateException("The report was not prepared");
    }
    Change change = Change.put(report);
    for (AccessReport old : AccessReports.toForget(view.home(), report.owner(), call.now())) {
      change = change.andRemove(old.key());
    }
    return new Outcome<>(
        change, GenerateServiceLastAccessedDetailsResponse.builder().jobId(report.id()).build());
  }
}
