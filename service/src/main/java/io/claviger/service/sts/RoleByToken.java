package io.claviger.service.sts;

import io.claviger.access.Caller;
import io.claviger.access.Federation;
import io.claviger.access.Session;
import io.claviger.access.federation.FederatedIdentity;
import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.Call;
import io.claviger.service.iam.AttachablePolicies;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/// A role that is to be assumed with a token instead of a signature: what
/// `AssumeRoleWithWebIdentity` and `AssumeRoleWithSAML` have in common. Whom the token vouches for
/// is the call's caller; its tags and source identity become the session's.
///
/// Permissions, all from the role's trust policy: the operation's own action, `sts:TagSession`
/// where the token passes tags, `sts:SetSourceIdentity` where it sets a source identity. A role
/// that does not exist is refused as one that does not trust the provider.
///
/// AWS rule: IAM User Guide, "Pass session tags in AWS STS" and "Monitor and control actions taken
/// with assumed roles".
///
/// @param action `sts:AssumeRoleWithWebIdentity`, `sts:AssumeRoleWithSAML`
/// @param policy the inline session policy, or null
record RoleByToken(
    String action,
    String roleArn,
    String sessionName,
    @Nullable String policy,
    List<PolicyDescriptorType> policyArns) {

  /// The account of a role, for [io.claviger.service.Operation#home].
  ///
  /// @throws io.claviger.wire.ServiceError when it is no role's ARN
  static AccountId home(String roleArn) {
    return RoleNamed.account(roleArn).orElseThrow(StsErrors::invalidRoleArn);
  }

  /// Refuses what no trust policy could allow: bad session policies, tags that are reserved or
  /// given twice.
  ///
  /// @throws io.claviger.wire.ServiceError when one of them is bad
  void check(Call call) {
    SessionPolicies.check(policy, policyArns);
    FederatedIdentity identity = identity(call);
    SessionTags.of(identity.tags(), identity.transitiveTagKeys());
  }

  /// What the caller must be allowed to do.
  List<AccessRequest> requires(Call call, View view) {
    FederatedIdentity identity = identity(call);
    return new RoleRequests(action, roleArn, sessionName, tags(call), identity.sourceIdentity())
        .all(view.home(), RequestContext.EMPTY);
  }

  /// The role, which exists where its trust policy has let somebody in.
  Role role(View view) {
    return view.home().roles().withArn(roleArn).orElseThrow(() -> StsErrors.notTrusted(action));
  }

  /// The new session.
  ///
  /// @throws io.claviger.wire.ServiceError when a managed session policy does not exist
  Session session(Call call, View view, Duration duration, AttachablePolicies attachable) {
    Role role = role(view);
    SessionPolicies policies = SessionPolicies.of(policy, policyArns, attachable, view.home());
    SessionTags tags = tags(call);
    Instant now = call.now().truncatedTo(ChronoUnit.SECONDS);
    AccountId account = view.home().id();
    return Session.ofRole(
            account, role.id(), role.arn(account), sessionName, now, now.plus(duration))
        .withPolicies(policies.inline(), policies.arns())
        .withTags(tags.all(), tags.transitiveKeys())
        .withSourceIdentity(identity(call).sourceIdentity())
        .assumedBy(false, Federation.of(identity(call)));
  }

  private static SessionTags tags(Call call) {
    FederatedIdentity identity = identity(call);
    return SessionTags.given(identity.tags(), identity.transitiveTagKeys());
  }

  /// Whom the token vouches for.
  static FederatedIdentity identity(Call call) {
    if (call.caller() instanceof Caller.Federated federated) {
      return federated.identity();
    }
    throw new IllegalStateException("Called without a token: " + call.caller());
  }
}
