package io.claviger.service.sts;

import io.claviger.access.AuthorizationMessages;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import java.util.List;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageResponse;

/// Shows the details of a denial that were handed out encoded. One account's are of no use in
/// another.
///
/// Permissions: `sts:DecodeAuthorizationMessage`, which has no resource type.
///
/// AWS rule: STS API Reference, "DecodeAuthorizationMessage".
record DecodeAuthorizationMessage(AuthorizationMessages messages)
    implements ReadOperation<
        DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse> {

  @Override
  public Class<DecodeAuthorizationMessageRequest> input() {
    return DecodeAuthorizationMessageRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      DecodeAuthorizationMessageRequest input, Call call, View view) {
    return List.of(StsRequests.on(view.home(), "sts:DecodeAuthorizationMessage", "*"));
  }

  @Override
  public DecodeAuthorizationMessageResponse run(
      DecodeAuthorizationMessageRequest input, Call call, View view) {
    String decoded =
        messages
            .decode(input.encodedMessage(), view.home().id())
            .orElseThrow(StsErrors::invalidAuthorizationMessage);
    return DecodeAuthorizationMessageResponse.builder().decodedMessage(decoded).build();
  }
}
