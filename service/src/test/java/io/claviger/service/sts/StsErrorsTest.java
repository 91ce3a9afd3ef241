package io.claviger.service.sts;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compares every error's code, status and wording with `sts-errors.golden`, of which a line is
/// changed only when AWS is seen to word it otherwise.
class StsErrorsTest {

  private static List<ServiceError> all() {
    return List.of(
        StsErrors.notTrusted("sts:AssumeRoleWithWebIdentity"),
        StsErrors.assertionUsed(),
        StsErrors.wrongMfaCode(),
        StsErrors.mfaDeviceNotTheCallers(),
        StsErrors.mfaIncomplete(),
        StsErrors.longerThanRoleAllows(),
        StsErrors.longerThanChainAllows(),
        StsErrors.tooManyPolicyArns(10),
        StsErrors.policyTooLong(2048),
        StsErrors.noSuchPolicy("arn:aws:iam::111122223333:policy/P"),
        StsErrors.invalidRoleArn(),
        StsErrors.invalidTargetPrincipal(),
        StsErrors.invalidTaskPolicy(),
        StsErrors.taskPolicyMissing(),
        StsErrors.noSuchAccessKey("AKIAX"),
        StsErrors.contextsNotSupported(),
        StsErrors.unknownSigningAlgorithm("HS256"),
        StsErrors.outboundFederationDisabled(),
        StsErrors.longerThanSession(),
        StsErrors.tokenTooLarge(),
        StsErrors.invalidTradeInToken(),
        StsErrors.expiredTradeInToken(),
        StsErrors.duplicateTagKeys(),
        StsErrors.reservedTagKey(),
        StsErrors.transitiveKeyWithoutTag(),
        StsErrors.inheritedTagOverridden(),
        StsErrors.packedPolicyTooLarge(157),
        StsErrors.packedTagsTooLarge(108),
        StsErrors.malformedPolicy("text"),
        StsErrors.invalidAuthorizationMessage());
  }

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(ServiceError::line, StsErrors.class, "sts-errors.golden", all());
  }
}
