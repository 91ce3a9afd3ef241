package io.claviger.service.sts;

import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/// Gives an IAM user, or root, temporary credentials of its own, with MFA where it is shown.
///
/// Permissions: none, "the purpose of the operation is to authenticate the user using MFA".
///
/// AWS rule: STS API Reference, "GetSessionToken".
record GetSessionToken(SessionTokens tokens)
    implements ReadOperation<GetSessionTokenRequest, GetSessionTokenResponse> {

  private static final String OPERATION = "GetSessionToken";

  @Override
  public Class<GetSessionTokenRequest> input() {
    return GetSessionTokenRequest.class;
  }

  @Override
  public boolean handsOutCredentials() {
    return true;
  }

  @Override
  public Call prepare(GetSessionTokenRequest input, Call call, View view) {
    LongTermOwner.of(call.caller(), OPERATION);
    return CallerMfa.verify(input.serialNumber(), input.tokenCode(), call, view);
  }

  @Override
  public List<AccessRequest> requires(GetSessionTokenRequest input, Call call, View view) {
    return List.of();
  }

  @Override
  public boolean needsPermission() {
    return false;
  }

  @Override
  public GetSessionTokenResponse run(GetSessionTokenRequest input, Call call, View view) {
    Instant now = call.now().truncatedTo(ChronoUnit.SECONDS);
    LongTermOwner owner = LongTermOwner.of(call.caller(), OPERATION);
    Duration duration = SessionDurations.ofUser(input.durationSeconds(), call.caller());
    Session session =
        Session.ofUser(owner.account(), owner.id(), owner.arn(), now, now.plus(duration))
            .withMfa(CallerMfa.isShown(call) ? now : null);
    return GetSessionTokenResponse.builder()
        .credentials(IssuedSession.issue(session, tokens, call.ids()).credentials())
        .build();
  }
}
