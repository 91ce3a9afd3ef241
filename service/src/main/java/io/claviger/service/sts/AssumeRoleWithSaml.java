package io.claviger.service.sts;

import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.access.federation.FederatedIdentity;
import io.claviger.access.saml.SamlAssertion;
import io.claviger.access.saml.SamlKeys;
import io.claviger.access.saml.SamlVerifier;
import io.claviger.account.SamlProvider;
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
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;

/// Starts a session of a role for whom a SAML provider vouches that the role trusts. The call is
/// not signed: the assertion is the credential, and good for one session of each role it names.
///
/// Works on the role's account, which must know the provider. Session name, tags, source identity
/// and the longest duration are what the assertion says.
///
/// Permissions: as [RoleByToken] says.
///
/// AWS rule: STS API Reference, "AssumeRoleWithSAML".
record AssumeRoleWithSaml(
    SamlVerifier assertions, SessionTokens tokens, AttachablePolicies attachable)
    implements ReadOperation<AssumeRoleWithSamlRequest, AssumeRoleWithSamlResponse> {

  private static final String MARKS = "saml-assertion";

  @Override
  public Class<AssumeRoleWithSamlRequest> input() {
    return AssumeRoleWithSamlRequest.class;
  }

  @Override
  public boolean handsOutCredentials() {
    return true;
  }

  @Override
  public Optional<AccountId> home(AssumeRoleWithSamlRequest input) {
    return Optional.of(RoleByToken.home(input.roleArn()));
  }

  @Override
  public Optional<FederatedIdentity> bearer(
      AssumeRoleWithSamlRequest input, View view, Instant now) {
    SamlAssertion assertion =
        assertions.verify(
            view.home(),
            new SamlVerifier.Presented(
                input.principalArn(), input.roleArn(), input.samlAssertion()),
            now);
    AccountId account = view.home().id();
    return Optional.of(FederatedIdentity.saml(assertion, account, provider(input, account)));
  }

  @Override
  public boolean isOfKnownProvider(AssumeRoleWithSamlRequest input, View view) {
    return SamlVerifier.isKnown(view.home(), input.principalArn());
  }

  @Override
  public Call prepare(AssumeRoleWithSamlRequest input, Call call, View view) {
    role(input, call).check(call);
    return call;
  }

  @Override
  public List<AccessRequest> requires(AssumeRoleWithSamlRequest input, Call call, View view) {
    return role(input, call).requires(call, view);
  }

  @Override
  public AssumeRoleWithSamlResponse run(AssumeRoleWithSamlRequest input, Call call, View view) {
    RoleByToken role = role(input, call);
    SamlAssertion assertion = assertion(call);
    Duration asked =
        SessionDurations.ofRole(input.durationSeconds(), role.role(view), call.caller());
    Session session =
        role.session(
            call, view, SessionDurations.ofAssertion(asked, assertion, call.now()), attachable);
    StartedRoleSession started = StartedRoleSession.start(session, tokens, call.ids());
    useUp(assertion, input, call, view);
    AccountId account = view.home().id();
    return AssumeRoleWithSamlResponse.builder()
        .credentials(started.credentials())
        .assumedRoleUser(started.user())
        .packedPolicySize(started.packedPolicySize())
        .subject(assertion.subject())
        .subjectType(assertion.subjectType())
        .issuer(assertion.issuer())
        .audience(assertion.recipient())
        .nameQualifier(SamlKeys.nameQualifier(assertion, account, provider(input, account)))
        .sourceIdentity(session.sourceIdentity())
        .build();
  }

  /// Comes last: what was refused for another reason has not used the assertion.
  private static void useUp(
      SamlAssertion assertion, AssumeRoleWithSamlRequest input, Call call, View view) {
    boolean isFirst =
        call.usedOnce()
            .claim(
                view.home().id(),
                MARKS,
                assertion.markFor(input.roleArn()),
                assertion.redeemableUntil().plusSeconds(1));
    if (!isFirst) {
      throw StsErrors.assertionUsed();
    }
  }

  private static String provider(AssumeRoleWithSamlRequest input, AccountId account) {
    return SamlProvider.nameIn(input.principalArn(), account)
        .orElseThrow(() -> new IllegalStateException("Verified: " + input.principalArn()));
  }

  private static SamlAssertion assertion(Call call) {
    SamlAssertion assertion = RoleByToken.identity(call).assertion();
    if (assertion == null) {
      throw new IllegalStateException("Called without an assertion");
    }
    return assertion;
  }

  private static RoleByToken role(AssumeRoleWithSamlRequest input, Call call) {
    return new RoleByToken(
        "sts:AssumeRoleWithSAML",
        input.roleArn(),
        assertion(call).aws().roleSessionName(),
        input.policy(),
        input.policyArns());
  }
}
