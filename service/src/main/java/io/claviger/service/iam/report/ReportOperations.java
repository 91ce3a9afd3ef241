package io.claviger.service.iam.report;

import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;

/// The operations that report on an account as a whole.
public final class ReportOperations {

  private ReportOperations() {}

  public static List<Operation<?, ?>> list(AttachablePolicies policies) {
    return List.of(
        new GetAccountAuthorizationDetails(policies),
        new GenerateCredentialReport(),
        new GetCredentialReport());
  }
}
