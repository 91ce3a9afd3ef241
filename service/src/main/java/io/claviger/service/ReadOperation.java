package io.claviger.service;

import io.claviger.account.View;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// An operation that changes no account.
public non-sealed interface ReadOperation<I extends AwsRequest, O extends AwsResponse>
    extends Operation<I, O> {

  /// Answers the call.
  ///
  /// @throws io.claviger.wire.ServiceError when it cannot be served
  O run(I input, Call call, View view);

  /// Whether the answer belongs in the audit event though no account changed. So it does where
  /// credentials are handed out: their access key id ties what is done with them to who asked for
  /// them.
  ///
  /// AWS rule: CloudTrail User Guide, "Logging IAM and AWS STS API calls with AWS CloudTrail".
  default boolean handsOutCredentials() {
    return false;
  }
}
