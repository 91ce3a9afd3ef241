package io.claviger.service.iam.report;

import io.claviger.wire.ServiceError;

/// Why there is no credential report to show. IAM sends these errors without a message.
final class ReportErrors {

  private static final int GONE = 410;

  private ReportErrors() {}

  static ServiceError notPresent() {
    return new ServiceError("ReportNotPresent", GONE, "");
  }

  static ServiceError expired() {
    return new ServiceError("ReportExpired", GONE, "");
  }
}
