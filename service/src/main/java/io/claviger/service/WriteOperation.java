package io.claviger.service;

import io.claviger.account.View;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// An operation that changes its home account.
public non-sealed interface WriteOperation<I extends AwsRequest, O extends AwsResponse>
    extends Operation<I, O> {

  /// Works out the change and the answer. Runs while the account's head is held, so it must be
  /// quick; what is slow belongs in [Operation#prepare].
  ///
  /// @throws io.claviger.wire.ServiceError when it cannot be served; nothing has changed then
  Outcome<O> run(I input, Call call, View view);

  /// Tells others what has changed, once it is durable and published. What it throws is logged, and
  /// changes nothing of the answer.
  default void committed(I input, Call call, View published) {}
}
