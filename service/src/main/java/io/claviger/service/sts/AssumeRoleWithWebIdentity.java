package io.claviger.service.sts;

import io.claviger.access.SessionTokens;
import io.claviger.access.federation.FederatedIdentity;
import io.claviger.access.federation.TokenErrors;
import io.claviger.access.oidc.WebIdentityTokens;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/// Starts a session of a role for whoever has a token of an OpenID Connect provider that the role
/// trusts. The call is not signed: the token is the credential.
///
/// Works on the role's account, which must know the provider. Access tokens of OAuth 2.0, which
/// come with a `ProviderId`, can only be checked by Facebook and Amazon, and are not taken.
///
/// Permissions: as [RoleByToken] says.
///
/// AWS rule: STS API Reference, "AssumeRoleWithWebIdentity".
record AssumeRoleWithWebIdentity(
    WebIdentityTokens webIdentities, SessionTokens tokens, AttachablePolicies attachable)
    implements ReadOperation<AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse> {

  @Override
  public Class<AssumeRoleWithWebIdentityRequest> input() {
    return AssumeRoleWithWebIdentityRequest.class;
  }

  @Override
  public boolean handsOutCredentials() {
    return true;
  }

  @Override
  public Optional<AccountId> home(AssumeRoleWithWebIdentityRequest input) {
    return Optional.of(RoleByToken.home(input.roleArn()));
  }

  @Override
  public Optional<FederatedIdentity> bearer(
      AssumeRoleWithWebIdentityRequest input, View view, Instant now) {
    if (input.providerId() != null) {
      throw TokenErrors.unknownProviderId(input.providerId());
    }
    return Optional.of(webIdentities.verify(input.webIdentityToken(), view.home(), now));
  }

  @Override
  public boolean isOfKnownProvider(AssumeRoleWithWebIdentityRequest input, View view) {
    return WebIdentityTokens.isOfKnownProvider(input.webIdentityToken(), view.home());
  }

  @Override
  public Call prepare(AssumeRoleWithWebIdentityRequest input, Call call, View view) {
    role(input).check(call);
    return call;
  }

  @Override
  public List<AccessRequest> requires(
      AssumeRoleWithWebIdentityRequest input, Call call, View view) {
    return role(input).requires(call, view);
  }

  @Override
  public AssumeRoleWithWebIdentityResponse run(
      AssumeRoleWithWebIdentityRequest input, Call call, View view) {
    RoleByToken role = role(input);
    Duration duration =
        SessionDurations.ofRole(input.durationSeconds(), role.role(view), call.caller());
    StartedRoleSession started =
        StartedRoleSession.start(
            role.session(call, view, duration, attachable), tokens, call.ids());
    FederatedIdentity identity = RoleByToken.identity(call);
    return AssumeRoleWithWebIdentityResponse.builder()
        .credentials(started.credentials())
        .assumedRoleUser(started.user())
        .packedPolicySize(started.packedPolicySize())
        .subjectFromWebIdentityToken(identity.subject())
        .provider(identity.provider())
        .audience(identity.audience())
        .sourceIdentity(identity.sourceIdentity())
        .build();
  }

  private static RoleByToken role(AssumeRoleWithWebIdentityRequest input) {
    return new RoleByToken(
        "sts:AssumeRoleWithWebIdentity",
        input.roleArn(),
        input.roleSessionName(),
        input.policy(),
        input.policyArns());
  }
}
