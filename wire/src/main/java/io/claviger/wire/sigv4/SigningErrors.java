package io.claviger.wire.sigv4;

import io.claviger.wire.ServiceError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// Why a request is not taken for its signer's.
///
/// None repeats what the client sent in the header `Authorization` or as a credential, since people
/// put secrets there by mistake.
///
/// AWS rule: IAM User Guide, "Troubleshoot signed requests for AWS APIs"; IAM API Reference,
/// "Common Errors"; texts and statuses from answers of IAM and STS that users report.
public final class SigningErrors {

  private SigningErrors() {}

  /// Not signed at all, or in a way that is not Signature Version 4.
  public static ServiceError missingAuthenticationToken() {
    return new ServiceError(
        "MissingAuthenticationToken", 403, "Request is missing Authentication Token");
  }

  /// The access key is unknown or inactive, or the session token is not its own.
  public static ServiceError invalidClientTokenId() {
    return new ServiceError(
        "InvalidClientTokenId", 403, "The security token included in the request is invalid.");
  }

  /// The session has ended.
  public static ServiceError expiredToken() {
    return new ServiceError(
        "ExpiredToken", 403, "The security token included in the request is expired");
  }

  /// The signature is another than the secret gives.
  public static ServiceError signatureDoesNotMatch() {
    return mismatch(
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.");
  }

  /// The scope names another service than the one called.
  public static ServiceError wrongService(String expected) {
    return mismatch("Credential should be scoped to correct service: '" + expected + "'. ");
  }

  static ServiceError invalidRegion() {
    return mismatch("Credential should be scoped to a valid region. ");
  }

  static ServiceError wrongTerminator() {
    return mismatch(
        "Credential should be scoped with a valid terminator: '"
            + CredentialScope.TERMINATOR
            + "'. ");
  }

  static ServiceError wrongScopeDate(String scopeDate, String timestamp) {
    return mismatch(
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
            + scopeDate
            + "' != '"
            + timestamp.substring(0, 8)
            + "', from '"
            + timestamp
            + "'.");
  }

  static ServiceError signatureExpired(Instant signed, Instant earliest, Instant now) {
    return mismatch(
        "Signature expired: "
            + Timestamps.format(signed)
            + " is now earlier than "
            + Timestamps.format(earliest)
            + " ("
            + Timestamps.format(now)
            + " - 15 min.)");
  }

  static ServiceError signatureNotYetCurrent(Instant signed, Instant latest, Instant now) {
    return mismatch(
        "Signature not yet current: "
            + Timestamps.format(signed)
            + " is still later than "
            + Timestamps.format(latest)
            + " ("
            + Timestamps.format(now)
            + " + 15 min.)");
  }

  static ServiceError hostNotSigned() {
    return mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }

  static ServiceError headerNotSigned(String name) {
    return mismatch("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
  }

  /// Both an `Authorization` header and the parameters of a presigned URL, or two of either.
  static ServiceError severalSignatures() {
    return incomplete(
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query"
            + " string parameter or the Authorization header should be specified");
  }

  /// Parts of the header are missing.
  ///
  /// @param missing one sentence for each
  static ServiceError incompleteHeader(String missing, String header) {
    return incomplete(
        missing + " (Hashed with SHA-256 and encoded with Base64) Authorization=" + hash(header));
  }

  static ServiceError notKeyValue(String header) {
    return incomplete(
        "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256"
            + " and encoded with Base64): '"
            + hash(header)
            + "'.");
  }

  /// Parameters of the presigned URL are missing.
  ///
  /// @param missing one sentence for each
  static ServiceError incompleteQuery(String missing) {
    return incomplete(missing + " Re-examine the query-string parameters.");
  }

  static ServiceError malformedCredential() {
    return incomplete(
        "Credential must have exactly 5 slash-delimited elements, e.g."
            + " keyid/date/region/service/term");
  }

  static ServiceError malformedDate() {
    return incomplete(
        "Date must be in ISO-8601 'basic format'. See http://en.wikipedia.org/wiki/ISO_8601");
  }

  static ServiceError malformedExpires() {
    return incomplete("X-Amz-Expires must be a number of seconds from 1 to 604800.");
  }

  /// A header that decides about the signature stands there twice.
  static ServiceError repeatedHeader(String name) {
    return incomplete("The header '" + name + "' is given more than once.");
  }

  /// A parameter that decides about the signature has an unusual case, or stands there twice.
  static ServiceError ambiguousParameter(String name) {
    return incomplete("The parameter '" + name + "' must be given once, and spelled so.");
  }

  /// The path has more than one reading.
  static ServiceError ambiguousPath() {
    return new ServiceError("InvalidURI", 400, "Couldn't parse the specified URI.");
  }

  /// A header value with a control character.
  static ServiceError malformedHeader() {
    return new ServiceError(
        "MalformedHttpRequest", 400, "A header value contains a character that is not allowed.");
  }

  private static ServiceError mismatch(String message) {
    return new ServiceError("SignatureDoesNotMatch", 403, message);
  }

  private static ServiceError incomplete(String message) {
    return new ServiceError("IncompleteSignature", 400, message);
  }

  private static String hash(String header) {
    return Base64.getEncoder()
        .encodeToString(Digests.sha256(header.getBytes(StandardCharsets.UTF_8)));
  }
}
