package io.claviger.service.sts;

import io.claviger.access.CallerIdentity;
import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sts.model.FederatedUser;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;

/// Gives an IAM user, or root, temporary credentials to hand on to somebody it vouches for.
///
/// Without a session policy they may do nothing but what a resource policy grants the federated
/// user by name.
///
/// Permissions: `sts:GetFederationToken` on the federated user; with tags also `sts:TagSession`.
///
/// AWS rule: STS API Reference, "GetFederationToken"; IAM User Guide, "Permissions for
/// GetFederationToken".
record GetFederationToken(SessionTokens tokens, AttachablePolicies attachable)
    implements ReadOperation<GetFederationTokenRequest, GetFederationTokenResponse> {

  private static final String OPERATION = "GetFederationToken";

  @Override
  public Class<GetFederationTokenRequest> input() {
    return GetFederationTokenRequest.class;
  }

  @Override
  public boolean handsOutCredentials() {
    return true;
  }

  @Override
  public Call prepare(GetFederationTokenRequest input, Call call, View view) {
    LongTermOwner.of(call.caller(), OPERATION);
    SessionPolicies.check(input.policy(), input.policyArns());
    SessionTags.of(input.tags(), List.of(), null);
    return call;
  }

  @Override
  public List<AccessRequest> requires(GetFederationTokenRequest input, Call call, View view) {
    SessionTags tags = tagsGiven(input);
    RequestContext context = StsRequests.withTags(RequestContext.EMPTY, tags);
    String resource = federatedUserArn(input, view).toString();
    return Stream.of("sts:GetFederationToken", "sts:TagSession")
        .limit(tags.isTagged() ? 2 : 1)
        .map(action -> StsRequests.on(view.home(), action, resource).withContext(context))
        .toList();
  }

  @Override
  public GetFederationTokenResponse run(GetFederationTokenRequest input, Call call, View view) {
    Session session = session(input, call, view);
    IssuedSession issued = IssuedSession.issue(session, tokens, call.ids());
    return GetFederationTokenResponse.builder()
        .credentials(issued.credentials())
        .federatedUser(
            FederatedUser.builder()
                .arn(federatedUserArn(input, view).toString())
                .federatedUserId(session.account().digits() + ':' + input.name())
                .build())
        .packedPolicySize(issued.packedPolicySize())
        .build();
  }

  private Session session(GetFederationTokenRequest input, Call call, View view) {
    LongTermOwner owner = LongTermOwner.of(call.caller(), OPERATION);
    SessionPolicies policies =
        SessionPolicies.of(input.policy(), input.policyArns(), attachable, view.home());
    Instant now = call.now().truncatedTo(ChronoUnit.SECONDS);
    Duration duration = SessionDurations.ofUser(input.durationSeconds(), call.caller());
    return Session.ofFederatedUser(
            owner.account(), owner.id(), owner.arn(), input.name(), now, now.plus(duration))
        .withPolicies(policies.inline(), policies.arns())
        .withTags(tagsGiven(input).all(), List.of());
  }

  private static SessionTags tagsGiven(GetFederationTokenRequest input) {
    return SessionTags.given(input.tags(), List.of(), null);
  }

  private static Arn federatedUserArn(GetFederationTokenRequest input, View view) {
    return CallerIdentity.federatedUserArn(view.home().id(), input.name());
  }
}
