package io.claviger.access.federation;

import io.claviger.wire.ServiceError;
import java.time.Instant;

/// What is wrong with a token that is to stand for a signature.
///
/// AWS rule: STS API Reference, "AssumeRoleWithWebIdentity" and "AssumeRoleWithSAML", errors; texts
/// as clients print them, where `federation-errors.golden` names one.
public final class TokenErrors {

  private static final int BAD_REQUEST = 400;

  private TokenErrors() {}

  /// The account does not know the issuer.
  ///
  /// @param issuer as the token names it
  public static ServiceError noProvider(String issuer) {
    return invalid("No OpenIDConnect provider found in your account for " + issuer);
  }

  /// Our wording.
  public static ServiceError issuedHere() {
    return invalid("Tokens of GetWebIdentityToken can't be used to assume a role");
  }

  public static ServiceError notAJwt() {
    return invalid(
        "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access"
            + " Token)");
  }

  public static ServiceError missingClaim(String claim) {
    return invalid("Missing a required claim: " + claim);
  }

  /// A claim of another type than it must have.
  public static ServiceError malformedClaim(String claim) {
    return invalid("Invalid value of the claim: " + claim);
  }

  public static ServiceError wrongAudience() {
    return invalid("Incorrect token audience");
  }

  /// The signature is not the provider's, or of a kind that is not taken.
  public static ServiceError notSignedByProvider() {
    return invalid(
        "The web identity token that was passed could not be validated by AWS. Get a new identity"
            + " token from the identity provider and then retry the request.");
  }

  /// The key that signed is not among those that the provider publishes.
  public static ServiceError noVerificationKey() {
    return invalid(
        "Couldn't retrieve verification key from your identity provider,  please reference"
            + " AssumeRoleWithWebIdentity documentation for requirements");
  }

  public static ServiceError thumbprintMismatch() {
    return invalid(
        "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint");
  }

  public static ServiceError notYetValid() {
    return invalid("The web identity token that was passed is not valid yet.");
  }

  public static ServiceError unknownProviderId(String providerId) {
    return invalid("The identity provider " + providerId + " is not supported.");
  }

  /// The token is too old.
  ///
  /// @param expired when it ended to be good
  public static ServiceError expired(Instant now, Instant expired) {
    return new ServiceError(
        "ExpiredTokenException",
        BAD_REQUEST,
        "Token expired: current date/time "
            + now.getEpochSecond()
            + " must be before the expiration date/time "
            + expired.getEpochSecond());
  }

  public static ServiceError providerUnreachable() {
    return new ServiceError(
        "IDPCommunicationError",
        BAD_REQUEST,
        "The identity provider that was asked to verify the incoming identity token could not be"
            + " reached.");
  }

  private static ServiceError invalid(String message) {
    return new ServiceError("InvalidIdentityToken", BAD_REQUEST, message);
  }
}
