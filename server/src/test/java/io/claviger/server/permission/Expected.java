package io.claviger.server.permission;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Answers that are errors although the caller may call.
final class Expected {

  private Expected() {}

  /// Makes a call that is to end with this error; any other error goes on to the caller of this.
  ///
  /// @param end what the message ends with, which tells a refusal that has no reason in a policy
  static void refusal(String code, String end, Runnable call) {
    try {
      call.run();
    } catch (AwsServiceException e) {
      String message = e.awsErrorDetails().errorMessage();
      if (!e.awsErrorDetails().errorCode().equals(code) || !message.endsWith(end)) {
        throw e;
      }
      return;
    }
    throw new AssertionError("Answered, though it was to be refused");
  }
}
