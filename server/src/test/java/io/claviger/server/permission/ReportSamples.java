package io.claviger.server.permission;

import java.util.List;

/// What an account tells of itself as a whole.
final class ReportSamples {

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
}
