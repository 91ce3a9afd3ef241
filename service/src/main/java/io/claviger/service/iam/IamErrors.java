package io.claviger.service.iam;

import io.claviger.policy.document.Statement.PrincipalType;
import io.claviger.wire.ServiceError;

/// IAM's errors, with AWS's codes, statuses and wording.
///
/// Codes and statuses are those of the API model; texts are those that AWS's clients are seen to
/// print.
public final class IamErrors {

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private IamErrors() {}

  public static ServiceError noSuchUser(String name) {
    return noSuchEntity("The user with name " + name + " cannot be found.");
  }

  public static ServiceError noSuchGroup(String name) {
    return noSuchEntity("The group with name " + name + " cannot be found.");
  }

  public static ServiceError noSuchRole(String name) {
    return noSuchEntity("The role with name " + name + " cannot be found.");
  }

  public static ServiceError noSuchInstanceProfile(String name) {
    return noSuchEntity("Instance Profile " + name + " cannot be found.");
  }

  public static ServiceError noSuchPolicy(String arn) {
    return noSuchEntity("Policy " + arn + " was not found.");
  }

  /// A policy named as one to attach or to set as boundary.
  public static ServiceError noSuchPolicyToAttach(String arn) {
    return noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
  }

  public static ServiceError policyNotAttachable() {
    return new ServiceError(
        "PolicyNotAttachable", 400, "Cannot attach a Service Role Policy to a Customer Role.");
  }

  public static ServiceError noSuchBoundary(String arn) {
    return noSuchEntity("Scope ARN: " + arn + " does not exist or is not attachable.");
  }

  public static ServiceError noSuchPolicyVersion(String arn, String version) {
    return noSuchEntity(
        "Policy " + arn + " version " + version + " does not exist or is not attachable.");
  }

  /// No inline policy of that name.
  ///
  /// @param holder `user`, `group` or `role`
  public static ServiceError noSuchInlinePolicy(String holder, String policy) {
    return noSuchEntity("The " + holder + " policy with name " + policy + " cannot be found.");
  }

  public static ServiceError noSuchAccessKey(String keyId) {
    return noSuchEntity("The Access Key with id " + keyId + " cannot be found.");
  }

  public static ServiceError noSuchLoginProfile(String userName) {
    return noSuchEntity("Login Profile for User " + userName + " cannot be found.");
  }

  public static ServiceError noSuchPasswordPolicy(String account) {
    return noSuchEntity("The Password Policy with domain name " + account + " cannot be found.");
  }

  public static ServiceError noPasswordPolicyToDelete() {
    return noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
  }

  public static ServiceError noSuchAlias(String alias) {
    return noSuchEntity("The account alias " + alias + " cannot be found.");
  }

  public static ServiceError noSuchVirtualMfaDevice(String serial) {
    return noSuchEntity("VirtualMFADevice with serial number " + serial + " doesn't exist.");
  }

  /// A device that is not enabled for the user in question.
  public static ServiceError noSuchMfaDevice() {
    return noSuchEntity("MFA Device invalid for user.");
  }

  /// A boundary to take off where none is set.
  ///
  /// @param holder `User` or `Role`
  public static ServiceError noBoundary(String holder, String name) {
    return noSuchEntity(holder + " " + name + " does not have a permissions boundary.");
  }

  public static ServiceError roleNotInProfile(String role, String profile) {
    return noSuchEntity(
        "The role with name " + role + " cannot be found in instance profile " + profile + ".");
  }

  public static ServiceError noSuchOidcProvider(String arn) {
    return noSuchEntity("OpenIDConnect Provider not found for arn " + arn);
  }

  public static ServiceError noSuchSamlProvider(String arn) {
    return noSuchEntity("Manifest not found for arn " + arn);
  }

  /// A change to a service-linked role.
  public static ServiceError protectedRole(String name) {
    return new ServiceError(
        "UnmodifiableEntity",
        BAD_REQUEST,
        "Cannot perform the operation on the protected role '"
            + name
            + "' - this role is only modifiable by AWS");
  }

  /// A role to be made under the path of service-linked ones.
  public static ServiceError pathOfServiceLinkedRoles() {
    return invalidInput(
        "Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles");
  }

  private static ServiceError noSuchEntity(String message) {
    return new ServiceError("NoSuchEntity", NOT_FOUND, message);
  }

  /// The name, compared without regard to case, is another's.
  ///
  /// @param kind `User`, `Group` or `Role`
  public static ServiceError nameTaken(String kind, String name) {
    return alreadyExists(kind + " with name " + name + " already exists.");
  }

  public static ServiceError policyNameTaken(String name) {
    return alreadyExists(
        "A policy called " + name + " already exists. Duplicate names are not allowed.");
  }

  public static ServiceError instanceProfileTaken(String name) {
    return alreadyExists("Instance Profile " + name + " already exists.");
  }

  public static ServiceError aliasTaken(String alias) {
    return alreadyExists("The account alias " + alias + " already exists.");
  }

  public static ServiceError loginProfileExists(String userName) {
    return alreadyExists("Login Profile for user " + userName + " already exists.");
  }

  public static ServiceError mfaDeviceExists() {
    return alreadyExists("MFADevice entity at the same path and name already exists.");
  }

  public static ServiceError serialTooLong(String serial, int limit) {
    return validation(
        "1 validation error detected: Value '"
            + serial
            + "' at 'serialNumber' failed to satisfy constraint: Member must have length less than"
            + " or equal to "
            + limit);
  }

  public static ServiceError mfaDeviceInUse() {
    return alreadyExists("MFA Device is already in use.");
  }

  private static ServiceError alreadyExists(String message) {
    return new ServiceError("EntityAlreadyExists", CONFLICT, message);
  }

  /// One more would be too many.
  ///
  /// @param quota the quota's name as AWS prints it: `AccessKeysPerUser`
  public static ServiceError limitExceeded(String quota, int limit) {
    return new ServiceError(
        "LimitExceeded", CONFLICT, "Cannot exceed quota for " + quota + ": " + limit);
  }

  /// The inline policies of one user, group or role are too large together.
  ///
  /// @param holder `user`, `group` or `role`
  public static ServiceError inlinePoliciesTooLarge(String holder, String name, int limit) {
    return new ServiceError(
        "LimitExceeded",
        CONFLICT,
        "Maximum policy size of " + limit + " bytes exceeded for " + holder + " " + name);
  }

  public static ServiceError tooManyPolicyVersions() {
    return new ServiceError(
        "LimitExceeded",
        CONFLICT,
        "A managed policy can have up to 5 versions. Before you create a new version, you must"
            + " delete an existing version.");
  }

  /// What must go before the entity can.
  public enum Conflict {
    ACCESS_KEYS("must delete access keys first."),
    ATTACHED_POLICIES("must detach all policies first."),
    CERTIFICATES("must delete certificates first."),
    GROUP_MEMBERS("must remove users from group first."),
    INLINE_POLICIES("must delete policies first."),
    INSTANCE_PROFILES("must remove roles from instance profile first."),
    LOGIN_PROFILE("must delete login profile first."),
    MFA_DEVICES("must delete MFA device first."),
    /// SSH public keys and service-specific credentials.
    REFERENCED_OBJECTS("must remove referenced objects first.");

    private final String text;

    Conflict(String text) {
      this.text = text;
    }
  }

  public static ServiceError deleteConflict(Conflict conflict) {
    return conflict("Cannot delete entity, " + conflict.text);
  }

  public static ServiceError policyIsAttached() {
    return conflict("Cannot delete a policy attached to entities.");
  }

  public static ServiceError policyHasVersions() {
    return conflict(
        "This policy has more than one version. Before you delete a policy, you must delete the"
            + " policy's versions. The default version is deleted with the policy.");
  }

  public static ServiceError defaultVersionStays() {
    return conflict("Cannot delete the default version of a policy.");
  }

  public static ServiceError mfaDeviceIsEnabled() {
    return conflict("Cannot delete entity, must deactivate MFA device first.");
  }

  private static ServiceError conflict(String message) {
    return new ServiceError("DeleteConflict", CONFLICT, message);
  }

  public static ServiceError invalidInput(String message) {
    return new ServiceError("InvalidInput", BAD_REQUEST, message);
  }

  public static ServiceError duplicateTagKeys() {
    return invalidInput(
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  }

  public static ServiceError reservedTagKey() {
    return invalidInput("Tag keys beginning with 'aws:' are reserved for internal use.");
  }

  public static ServiceError malformedPolicy(String message) {
    return new ServiceError("MalformedPolicyDocument", BAD_REQUEST, message);
  }

  /// A principal that does not exist, or may not stand in a trust policy.
  public static ServiceError invalidPrincipal(PrincipalType type, String value) {
    return malformedPolicy(
        switch (type) {
          case FEDERATED -> "Federated principals must be valid domain names or SAML metadata ARNs";
          case AWS, SERVICE -> invalidPrincipal(type.name(), value);
          case CANONICAL_USER -> invalidPrincipal("CANONICALUSER", value);
          case ANYONE -> invalidPrincipal("AWS", value);
        });
  }

  private static String invalidPrincipal(String type, String value) {
    return "Invalid principal in policy: \"" + type + "\":\"" + value + '"';
  }

  /// The password breaks the account's password policy.
  ///
  /// @param rule what the password lacks, as AWS says it
  public static ServiceError passwordPolicyViolation(String rule) {
    return new ServiceError("PasswordPolicyViolation", BAD_REQUEST, rule);
  }

  public static ServiceError notAnIamUser() {
    return new ServiceError(
        "InvalidUserType", BAD_REQUEST, "Only IAM Users can change their own password.");
  }

  public static ServiceError passwordReused() {
    return passwordPolicyViolation(
        "Policy constraint violation with password reuse prevention during password change");
  }

  public static ServiceError passwordMissing() {
    return validation(
        "1 validation error detected: Value null at 'password' failed to satisfy constraint:"
            + " Member must not be null");
  }

  public static ServiceError wrongOldPassword() {
    return new ServiceError("AccessDenied", FORBIDDEN, "The old password was incorrect.");
  }

  /// The password, or the rules for it, changed while this one was being hashed: try again.
  public static ServiceError loginProfileChanging(String userName) {
    return new ServiceError(
        "EntityTemporarilyUnmodifiable",
        CONFLICT,
        "Login Profile for User "
            + userName
            + " cannot be modified while login profile is being"
            + " created.");
  }

  public static ServiceError wrongMfaCodes() {
    return new ServiceError(
        "InvalidAuthenticationCode", FORBIDDEN, "Authentication code for device is not valid.");
  }

  /// An attempt to change a policy that AWS manages, which no policy can allow.
  ///
  /// @param caller the caller's ARN
  /// @param action `iam:DeletePolicy`
  public static ServiceError policyIsOfAws(String caller, String action, String arn) {
    return new ServiceError(
        "AccessDenied",
        FORBIDDEN,
        "User: "
            + caller
            + " is not authorized to perform: "
            + action
            + " on resource: policy "
            + arn);
  }

  public static ServiceError invalidArn(String arn) {
    return invalidInput("ARN " + arn + " is not valid.");
  }

  public static ServiceError invalidMarker() {
    return validation("Invalid Marker.");
  }

  /// A marker that no page with the same filter has given.
  public static ServiceError markerOfAnotherFilter() {
    return validation("Marker and Filter do not match");
  }

  /// A caller that is no user, where the user's name was left out.
  public static ServiceError userNameMissing() {
    return validation("Must specify userName when calling with non-User credentials");
  }

  /// A rule of AWS's that the API model does not hold.
  public static ServiceError validation(String message) {
    return new ServiceError("ValidationError", BAD_REQUEST, message);
  }
}
