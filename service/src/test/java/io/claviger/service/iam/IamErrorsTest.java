package io.claviger.service.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.policy.document.Statement.PrincipalType;
import io.claviger.service.iam.IamErrors.Conflict;
import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compares every error's code, status and wording with `iam-errors.golden`, of which a line is
/// changed only when AWS is seen to word it otherwise.
class IamErrorsTest {

  private static final String ARN = "arn:aws:iam::111122223333:policy/P";
  private static final String SERIAL = "arn:aws:iam::111122223333:mfa/m";

  private static List<ServiceError> all() {
    List<ServiceError> errors = new ArrayList<>(ofWhatIsNotThere());
    errors.addAll(ofWhatCannotBeDone());
    Arrays.stream(Conflict.values()).map(IamErrors::deleteConflict).forEach(errors::add);
    return errors;
  }

  private static List<ServiceError> ofWhatIsNotThere() {
    return List.of(
        IamErrors.noSuchUser("bob"),
        IamErrors.noSuchGroup("Devs"),
        IamErrors.noSuchRole("R"),
        IamErrors.noSuchInstanceProfile("I"),
        IamErrors.noSuchPolicy(ARN),
        IamErrors.noSuchPolicyToAttach(ARN),
        IamErrors.policyNotAttachable(),
        IamErrors.noSuchBoundary(ARN),
        IamErrors.noSuchPolicyVersion(ARN, "v7"),
        IamErrors.noSuchInlinePolicy("user", "p"),
        IamErrors.noSuchAccessKey("AKIAX"),
        IamErrors.noSuchLoginProfile("bob"),
        IamErrors.noSuchPasswordPolicy("111122223333"),
        IamErrors.noPasswordPolicyToDelete(),
        IamErrors.noSuchAlias("acme"),
        IamErrors.noSuchVirtualMfaDevice(SERIAL),
        IamErrors.noSuchMfaDevice(),
        IamErrors.noBoundary("User", "bob"),
        IamErrors.noSuchOidcProvider("arn:aws:iam::111122223333:oidc-provider/idp.test"),
        IamErrors.noSuchSamlProvider("arn:aws:iam::111122223333:saml-provider/ADFS"));
  }

  private static List<ServiceError> ofWhatCannotBeDone() {
    return List.of(
        IamErrors.nameTaken("User", "bob"),
        IamErrors.policyNameTaken("P"),
        IamErrors.instanceProfileTaken("I"),
        IamErrors.aliasTaken("acme"),
        IamErrors.loginProfileExists("bob"),
        IamErrors.mfaDeviceExists(),
        IamErrors.serialTooLong(SERIAL, 256),
        IamErrors.mfaDeviceInUse(),
        IamErrors.limitExceeded("AccessKeysPerUser", 2),
        IamErrors.inlinePoliciesTooLarge("user", "bob", 2048),
        IamErrors.tooManyPolicyVersions(),
        IamErrors.policyIsAttached(),
        IamErrors.policyHasVersions(),
        IamErrors.defaultVersionStays(),
        IamErrors.mfaDeviceIsEnabled(),
        IamErrors.invalidInput("text"),
        IamErrors.duplicateTagKeys(),
        IamErrors.reservedTagKey(),
        IamErrors.malformedPolicy("text"),
        IamErrors.passwordPolicyViolation("text"),
        IamErrors.notAnIamUser(),
        IamErrors.passwordReused(),
        IamErrors.passwordMissing(),
        IamErrors.wrongOldPassword(),
        IamErrors.loginProfileChanging("bob"),
        IamErrors.wrongMfaCodes(),
        IamErrors.invalidPrincipal(PrincipalType.SERVICE, "tagging"),
        IamErrors.roleNotInProfile("R", "I"),
        IamErrors.protectedRole("AWSServiceRoleForECS"),
        IamErrors.pathOfServiceLinkedRoles(),
        IamErrors.policyIsOfAws("arn:aws:iam::111122223333:root", "iam:DeletePolicy", ARN),
        IamErrors.invalidArn("x"),
        IamErrors.invalidMarker(),
        IamErrors.markerOfAnotherFilter(),
        IamErrors.userNameMissing(),
        IamErrors.validation("text"));
  }

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.checkWording(ServiceError::line, IamErrors.class, "iam-errors.golden", all());
  }

  @Test
  void everyFactoryIsInTheGoldenFile() {
    int ofOneEach = GoldenErrors.factories(IamErrors.class) - 1;
    assertEquals(ofOneEach + Conflict.values().length, all().size());
  }
}
