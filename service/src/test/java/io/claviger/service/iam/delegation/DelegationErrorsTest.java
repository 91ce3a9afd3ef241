package io.claviger.service.iam.delegation;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compares every error with `delegation-errors.golden`. AWS documents the codes; all texts are
/// ours.
class DelegationErrorsTest {

  private static List<ServiceError> all() {
    return List.of(
        DelegationErrors.noSuchRequest("ID"),
        DelegationErrors.notToBeAccepted("ID", "REJECTED"),
        DelegationErrors.noSuchOwner("ARN"),
        DelegationErrors.wrongState("ID", "REJECTED"),
        DelegationErrors.noSuchTemplate("ARN", "111122223333"),
        DelegationErrors.templateMissing(),
        DelegationErrors.parameterIncomplete(),
        DelegationErrors.parameterTwice("bucketName"),
        DelegationErrors.parameterMissing("bucketName"),
        DelegationErrors.parameterNotUsed("bucketName"),
        DelegationErrors.invalidValues("bucketName"),
        DelegationErrors.notAPolicy("Syntax errors in policy."),
        DelegationErrors.policyTooLong(2048),
        DelegationErrors.redirectNotSafe(),
        DelegationErrors.notATopicOf("111122223333"),
        DelegationErrors.notAnIdentity("ARN"),
        DelegationErrors.noSuchLocale("??"),
        DelegationErrors.workflowTaken("workflow-7"),
        DelegationErrors.onlyByOwner("ID"),
        DelegationErrors.tooLongForRoot("ID", 4),
        DelegationErrors.restrictedApprover("ID"));
  }

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ServiceError::line, DelegationErrors.class, "delegation-errors.golden", all());
  }
}
