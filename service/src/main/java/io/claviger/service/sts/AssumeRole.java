package io.claviger.service.sts;

import io.claviger.access.AccessErrors;
import io.claviger.access.Caller;
import io.claviger.access.CallerIdentity;
import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/// Starts a session of a role, of the caller's account or of another.
///
/// Works on the role's account. The role's trust policy is its resource policy. A role that does
/// not exist is refused as one that does not trust the caller.
///
/// Permissions: `sts:AssumeRole` on the role; when the session is tagged, also by tags that come
/// along a chain, `sts:TagSession`; when it has a source identity, also an inherited one,
/// `sts:SetSourceIdentity`.
///
/// AWS rule: STS API Reference, "AssumeRole"; IAM User Guide, "Monitor and control actions taken
/// with assumed roles" and "Pass session tags in AWS STS".
record AssumeRole(SessionTokens tokens, AttachablePolicies attachable)
    implements ReadOperation<AssumeRoleRequest, AssumeRoleResponse> {

  @Override
  public Class<AssumeRoleRequest> input() {
    return AssumeRoleRequest.class;
  }

  @Override
  public boolean handsOutCredentials() {
    return true;
  }

  @Override
  public Optional<AccountId> home(AssumeRoleRequest input) {
    return RoleNamed.account(input.roleArn());
  }

  /// Refuses what no policy could allow, and verifies MFA, which the trust policy may ask for.
  @Override
  public Call prepare(AssumeRoleRequest input, Call call, View view) {
    if (home(input).isEmpty()) {
      throw StsErrors.invalidRoleArn();
    }
    if (!input.providedContexts().isEmpty()) {
      throw StsErrors.contextsNotSupported();
    }
    SessionPolicies.check(input.policy(), input.policyArns());
    SessionTags.of(input.tags(), input.transitiveTagKeys(), call.caller().session());
    checkSourceIdentity(input, call);
    return CallerMfa.verify(input.serialNumber(), input.tokenCode(), call, view);
  }

  @Override
  public List<AccessRequest> requires(AssumeRoleRequest input, Call call, View view) {
    return new RoleRequests(
            "sts:AssumeRole",
            input.roleArn(),
            input.roleSessionName(),
            tagsGiven(input, call),
            sourceIdentity(input, call))
        .all(view.home(), ownKeys(input, call));
  }

  /// MFA that comes with the request counts for this very request, even of a caller with long-term
  /// credentials.
  private static RequestContext ownKeys(AssumeRoleRequest input, Call call) {
    RequestContext keys =
        input.externalId() == null
            ? RequestContext.EMPTY
            : RequestContext.EMPTY.with("sts:ExternalId", input.externalId());
    return CallerMfa.isShown(call)
        ? keys.with("aws:MultiFactorAuthPresent", "true").with("aws:MultiFactorAuthAge", "0")
        : keys;
  }

  @Override
  public AssumeRoleResponse run(AssumeRoleRequest input, Call call, View view) {
    Role role =
        view.home().roles().withArn(input.roleArn()).orElseThrow(() -> notTrusted(input, call));
    Session session = session(input, call, view, role);
    StartedRoleSession started = StartedRoleSession.start(session, tokens, call.ids());
    return AssumeRoleResponse.builder()
        .credentials(started.credentials())
        .assumedRoleUser(started.user())
        .packedPolicySize(started.packedPolicySize())
        .sourceIdentity(session.sourceIdentity())
        .build();
  }

  /// MFA ends here: a role's session does not tell whether it was shown.
  ///
  /// AWS rule: IAM User Guide, "Configuring MFA-protected API access": "The temporary credentials
  /// returned by AssumeRole do not include MFA information in the context".
  private Session session(AssumeRoleRequest input, Call call, View view, Role role) {
    Duration duration = SessionDurations.ofRole(input.durationSeconds(), role, call.caller());
    SessionPolicies policies =
        SessionPolicies.of(input.policy(), input.policyArns(), attachable, view.home());
    SessionTags tags = tagsGiven(input, call);
    Instant now = call.now().truncatedTo(ChronoUnit.SECONDS);
    AccountId account = view.home().id();
    return Session.ofRole(
            account, role.id(), role.arn(account), input.roleSessionName(), now, now.plus(duration))
        .withPolicies(policies.inline(), policies.arns())
        .withTags(tags.all(), tags.transitiveKeys())
        .withSourceIdentity(sourceIdentity(input, call))
        .assumedBy(call.caller() instanceof Caller.RoleSession, null);
  }

  /// A source identity, once set, stays along a chain.
  private static void checkSourceIdentity(AssumeRoleRequest input, Call call) {
    String asked = input.sourceIdentity();
    if (asked != null && !asked.equals(sourceIdentity(input, call))) {
      throw denied("sts:SetSourceIdentity", input, call);
    }
  }

  /// The new session's source identity: the one the caller's session has, or else the one asked
  /// for.
  private static @Nullable String sourceIdentity(AssumeRoleRequest input, Call call) {
    Session session = call.caller().session();
    String inherited = session == null ? null : session.sourceIdentity();
    return inherited == null ? input.sourceIdentity() : inherited;
  }

  private static SessionTags tagsGiven(AssumeRoleRequest input, Call call) {
    return SessionTags.given(input.tags(), input.transitiveTagKeys(), call.caller().session());
  }

  private static RuntimeException notTrusted(AssumeRoleRequest input, Call call) {
    return denied("sts:AssumeRole", input, call);
  }

  private static RuntimeException denied(String action, AssumeRoleRequest input, Call call) {
    String caller = CallerIdentity.of(call.caller()).orElseThrow().arn().toString();
    return AccessErrors.notAuthorized(caller, action, input.roleArn());
  }
}
