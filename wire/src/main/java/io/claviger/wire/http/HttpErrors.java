package io.claviger.wire.http;

import io.claviger.wire.ServiceError;

/// What is wrong with a request before it is clear which protocol it speaks.
///
/// AWS rule: IAM API Reference, "Common Errors".
final class HttpErrors {

  private HttpErrors() {}

  static ServiceError malformedQueryString() {
    return new ServiceError(
        "MalformedQueryString", 404, "The query string contains a syntax error.");
  }

  static ServiceError tooManyParameters(int limit) {
    return new ServiceError(
        "InvalidQueryParameter", 400, "A request has at most " + limit + " parameters.");
  }
}
