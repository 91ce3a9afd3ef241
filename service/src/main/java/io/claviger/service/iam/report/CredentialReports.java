package io.claviger.service.iam.report;

import io.claviger.account.CredentialReport;
import java.time.Duration;
import java.time.Instant;

/// How long a credential report is good.
///
/// AWS rule: IAM User Guide, "Generate credential reports for your AWS account": "You can generate
/// a credential report as often as once every four hours."
final class CredentialReports {

  private static final Duration GOOD_FOR = Duration.ofHours(4);

  private CredentialReports() {}

  static boolean isGood(CredentialReport report, Instant now) {
    return !now.isAfter(report.created().plus(GOOD_FOR));
  }
}
