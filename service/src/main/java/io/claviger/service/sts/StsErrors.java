package io.claviger.service.sts;

import io.claviger.wire.ServiceError;

/// STS's errors, with AWS's codes, statuses and wording.
///
/// Codes and statuses are those of the API model; texts are those that AWS's clients are seen to
/// print, or where none was seen those of the STS API Reference.
final class StsErrors {

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private StsErrors() {}

  /// The same for whom an identity provider vouches for.
  static ServiceError notTrusted(String action) {
    return accessDenied("Not authorized to perform " + action);
  }

  /// Our wording. AWS lets an assertion be used again within its five minutes.
  static ServiceError assertionUsed() {
    return new ServiceError(
        "InvalidIdentityToken",
        BAD_REQUEST,
        "Assertion has already been used for the requested Role");
  }

  static ServiceError wrongMfaCode() {
    return accessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code.");
  }

  static ServiceError mfaDeviceNotTheCallers() {
    return accessDenied(
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA"
            + " serial number is valid and associated with this user.");
  }

  static ServiceError mfaIncomplete() {
    return accessDenied(
        "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass"
            + " code.");
  }

  private static ServiceError accessDenied(String message) {
    return new ServiceError("AccessDenied", FORBIDDEN, message);
  }

  static ServiceError longerThanRoleAllows() {
    return validation(
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
  }

  static ServiceError longerThanChainAllows() {
    return validation(
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
            + " chaining.");
  }

  static ServiceError tooManyPolicyArns(int most) {
    return validation(
        "1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member"
            + " must have length less than or equal to "
            + most);
  }

  static ServiceError policyTooLong(int mostCharacters) {
    return validation(
        "1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must"
            + " have length less than or equal to "
            + mostCharacters);
  }

  static ServiceError noSuchPolicy(String arn) {
    return validation("Policy " + arn + " does not exist or is not attachable.");
  }

  static ServiceError invalidRoleArn() {
    return validation("Request ARN is invalid");
  }

  static ServiceError invalidTargetPrincipal() {
    return validation("Request must contain a valid target principal");
  }

  static ServiceError invalidTaskPolicy() {
    return validation("Request must contain valid AWS managed task policy ARN");
  }

  static ServiceError taskPolicyMissing() {
    return validation(
        "1 validation error detected: Value null at 'taskPolicyArn' failed to satisfy constraint:"
            + " Member must not be null");
  }

  static ServiceError noSuchAccessKey(String keyId) {
    return validation("The access key with ID " + keyId + " does not exist.");
  }

  static ServiceError contextsNotSupported() {
    return validation("ProvidedContexts is not supported: there are no context providers.");
  }

  /// Neither forged ones nor another account's are told apart. Our wording.
  static ServiceError invalidTradeInToken() {
    return accessDenied("The trade-in token is not valid for this account.");
  }

  /// Our wording. So is a token that was traded in before, or whose approver is gone.
  static ServiceError expiredTradeInToken() {
    return new ServiceError(
        "ExpiredTradeInTokenException",
        BAD_REQUEST,
        "The trade-in token has expired or has already been traded in.");
  }

  /// A rule of AWS's that the API model does not hold.
  private static ServiceError validation(String message) {
    return new ServiceError("ValidationError", BAD_REQUEST, message);
  }

  /// Our wording: the API model has the length of its two values for a constraint.
  static ServiceError unknownSigningAlgorithm(String algorithm) {
    return validation(
        "1 validation error detected: Value '"
            + algorithm
            + "' at 'signingAlgorithm' failed to satisfy constraint: Member must satisfy enum value"
            + " set: [RS256, ES384]");
  }

  static ServiceError outboundFederationDisabled() {
    return new ServiceError(
        "OutboundWebIdentityFederationDisabledException",
        FORBIDDEN,
        "The outbound web identity federation feature is not enabled for this account. To use this"
            + " feature, you must first enable it through the AWS Management Console or API.");
  }

  static ServiceError longerThanSession() {
    return new ServiceError(
        "SessionDurationEscalationException",
        FORBIDDEN,
        "The requested token duration would extend the session beyond its original expiration time."
            + " You cannot use this operation to extend the lifetime of a session beyond what was"
            + " granted when the session was originally created.");
  }

  static ServiceError tokenTooLarge() {
    return new ServiceError(
        "JWTPayloadSizeExceededException",
        BAD_REQUEST,
        "The requested token payload size exceeds the maximum allowed size. Reduce the number of"
            + " request tags included in the GetWebIdentityToken API call to reduce the token"
            + " payload size.");
  }

  static ServiceError duplicateTagKeys() {
    return invalidParameter(
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  }

  static ServiceError reservedTagKey() {
    return invalidParameter("Tag keys beginning with 'aws:' are reserved for internal use.");
  }

  static ServiceError transitiveKeyWithoutTag() {
    return invalidParameter(
        "The specified transitive tag key must be included in the requested tags.");
  }

  static ServiceError inheritedTagOverridden() {
    return invalidParameter(
        "One of the specified transitive tag keys can't be set because it conflicts with a"
            + " transitive tag key from the calling session.");
  }

  private static ServiceError invalidParameter(String message) {
    return new ServiceError("InvalidParameterValue", BAD_REQUEST, message);
  }

  /// @param percent of the space that session policies and tags may take
  static ServiceError packedPolicyTooLarge(int percent) {
    return new ServiceError(
        "PackedPolicyTooLarge",
        BAD_REQUEST,
        "Packed policy consumes " + percent + "% of allotted space");
  }

  /// @param percent of the space that session policies and tags may take
  static ServiceError packedTagsTooLarge(int percent) {
    return new ServiceError(
        "PackedPolicyTooLarge",
        BAD_REQUEST,
        "Packed size of session tags consumes " + percent + "% of allotted space.");
  }

  static ServiceError malformedPolicy(String message) {
    return new ServiceError("MalformedPolicyDocument", BAD_REQUEST, message);
  }

  static ServiceError invalidAuthorizationMessage() {
    return new ServiceError(
        "InvalidAuthorizationMessageException", BAD_REQUEST, "Message is not valid");
  }
}
