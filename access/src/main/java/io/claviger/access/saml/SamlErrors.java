package io.claviger.access.saml;

import io.claviger.wire.ServiceError;

/// What is wrong with an assertion that is to be exchanged for credentials.
///
/// The texts are AWS's where it is seen to use them: IAM User Guide, "Troubleshoot SAML federation
/// with IAM", and what its clients print. Where AWS adds which service of its own found the fault,
/// that is left out. Those marked so are our wording.
final class SamlErrors {

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private SamlErrors() {}

  /// Not base64, or no response of SAML's in it.
  static ServiceError unreadable() {
    return invalid("Invalid base64 SAMLResponse");
  }

  static ServiceError noSuchProvider() {
    return invalid("Specified provider doesn't exist");
  }

  static ServiceError otherIssuer() {
    return invalid("Issuer not present in specified provider");
  }

  /// No signature, a wrong one, or one of a kind that is not taken; also whatever can't be
  /// decrypted, so that nobody learns more from trying.
  static ServiceError signatureInvalid() {
    return invalid("Response signature invalid");
  }

  static ServiceError noAudience() {
    return invalid("Response does not contain the required audience.");
  }

  /// AWS's own spelling.
  static ServiceError noRecipient() {
    return invalid(
        "Responses must contain SubjectConfirmatonData with a Recipient and NotOnOrAfter");
  }

  static ServiceError roleNotInAssertion() {
    return invalid(
        "SAML Assertion doesn't contain the requested Role and Metadata in the attributes");
  }

  static ServiceError noRoleSessionName() {
    return invalid("RoleSessionName is required in AuthnResponse");
  }

  static ServiceError badRoleSessionName() {
    return invalid("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
  }

  static ServiceError badSourceIdentity() {
    return invalid(
        "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
  }

  /// Our wording.
  static ServiceError badTags() {
    return invalid(
        "PrincipalTag in AuthnResponse must be at most 50 tags of one value each, with keys of up to"
            + " 128 and values of up to 256 letters, digits, spaces and _.:/=+-@");
  }

  /// Our wording.
  static ServiceError badSessionDuration() {
    return invalid("SessionDuration in AuthnResponse must be between 900 and 43200 seconds");
  }

  /// Our wording.
  static ServiceError badConditions() {
    return invalid("Response has conditions that are not met");
  }

  /// Our wording.
  static ServiceError encryptionRequired() {
    return invalid("Assertion must be encrypted for the specified provider");
  }

  private static ServiceError invalid(String message) {
    return new ServiceError("InvalidIdentityToken", BAD_REQUEST, message);
  }

  static ServiceError tooOld() {
    return new ServiceError(
        "ExpiredTokenException",
        BAD_REQUEST,
        "Token must be redeemed within 5 minutes of issuance");
  }

  /// Our wording.
  static ServiceError expired() {
    return new ServiceError("ExpiredTokenException", BAD_REQUEST, "Token has expired");
  }

  /// The provider says that it could not tell who the user is. The API model's text for the code.
  static ServiceError rejectedByProvider() {
    return new ServiceError(
        "IDPRejectedClaim",
        FORBIDDEN,
        "The identity provider (IdP) reported that authentication failed. This might be because the"
            + " claim is invalid.");
  }

  static ServiceError notAuthorized() {
    return new ServiceError(
        "AccessDenied", FORBIDDEN, "Not authorized to perform sts:AssumeRoleWithSAML");
  }
}
