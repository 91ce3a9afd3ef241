package io.claviger.server.permission;

import java.util.List;

/// What an account tells of itself as a whole.
final class ReportSamples {

  private static final String BOB = "user/team/bob";

  private ReportSamples() {}

  private static void report(Actor by) {
    by.iam().generateCredentialReport();
  }

  static List<Sample> account() {
    return List.of(
        Sample.of(
            "GetAccountAuthorizationDetails *",
            by -> by.iam().getAccountAuthorizationDetails(_ -> {})),
        Sample.of("GenerateCredentialReport *", ReportSamples::report),
        Sample.of("GetCredentialReport *", by -> by.iam().getCredentialReport())
            .given(ReportSamples::report));
  }

  static List<Sample> lastAccess() {
    return List.of(
        Sample.of(
                "ListPoliciesGrantingServiceAccess " + BOB,
                by ->
                    by.iam()
                        .listPoliciesGrantingServiceAccess(
                            in -> in.arn(by.arn(BOB)).serviceNamespaces("s3")))
            .given(Given::bob),
        // In whatever path the request looks for bob, it is bob who is looked at.
        Sample.of(
                "ListPoliciesGrantingServiceAccess " + BOB,
                by ->
                    by.iam()
                        .listPoliciesGrantingServiceAccess(
                            in -> in.arn(by.arn("user/carols/bob")).serviceNamespaces("s3")))
            .given(Given::bob));
  }
}
