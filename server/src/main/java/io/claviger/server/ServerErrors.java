package io.claviger.server;

import io.claviger.wire.ServiceError;

/// The errors that belong to no service in particular.
///
/// AWS rule: IAM API Reference, "Common errors".
final class ServerErrors {

  private ServerErrors() {}

  static ServiceError unknownService(String service) {
    return new ServiceError(
        "InvalidAction",
        400,
        "The request is signed for the service '" + service + "', which is not served here.");
  }

  static ServiceError notImplemented(String service, String operation) {
    return new ServiceError(
        "NotImplemented",
        501,
        "The operation " + service + ":" + operation + " is not implemented by this server.");
  }

  static ServiceError requestTooLarge(int limitBytes) {
    return new ServiceError(
        "RequestEntityTooLarge", 413, "The body is larger than " + limitBytes + " bytes.");
  }

  static ServiceError malformed(String what) {
    return new ServiceError("MalformedInput", 400, what);
  }

  /// What a caller hears of our own bugs: nothing but that there was one.
  static ServiceError serviceFailure() {
    return new ServiceError(
        "ServiceFailure",
        500,
        "The request processing has failed because of an unknown error, exception or failure.");
  }

  static ServiceError serviceUnavailable() {
    return new ServiceError(
        "ServiceUnavailable",
        503,
        "The request has failed because writing has ended: the disk failed.");
  }
}
