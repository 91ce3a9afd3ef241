package io.claviger.service.sts;

import io.claviger.access.AccessErrors;
import io.claviger.access.CallerIdentity;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRootRequest;
import software.amazon.awssdk.services.sts.model.AssumeRootResponse;

/// Starts a session of a member account's root user for one task.
///
/// Only the management account of an organization, and who it has delegated to, may do so. No
/// account is in an organization yet: everybody is refused.
///
/// Permissions: `sts:AssumeRoot` on the account's root user, with `sts:TaskPolicyArn`.
///
/// AWS rule: STS API Reference, "AssumeRoot".
record AssumeRoot(AttachablePolicies policies)
    implements ReadOperation<AssumeRootRequest, AssumeRootResponse> {

  private static final String ACTION = "sts:AssumeRoot";
  private static final String TASKS = "arn:aws:iam::aws:policy/root-task/";

  @Override
  public Class<AssumeRootRequest> input() {
    return AssumeRootRequest.class;
  }

  @Override
  public boolean handsOutCredentials() {
    return true;
  }

  @Override
  public Call prepare(AssumeRootRequest input, Call call, View view) {
    String task = input.taskPolicyArn().arn();
    if (task == null) {
      throw StsErrors.taskPolicyMissing();
    }
    if (target(input).isEmpty()) {
      throw StsErrors.invalidTargetPrincipal();
    }
    if (!task.startsWith(TASKS) || !policies.isOfAws(task)) {
      throw StsErrors.invalidTaskPolicy();
    }
    return call;
  }

  @Override
  public List<AccessRequest> requires(AssumeRootRequest input, Call call, View view) {
    AccountId target = target(input).orElseThrow(StsErrors::invalidTargetPrincipal);
    return List.of(
        new AccessRequest(
            ACTION,
            root(target),
            target,
            RequestContext.EMPTY.with("sts:TaskPolicyArn", input.taskPolicyArn().arn())));
  }

  @Override
  public AssumeRootResponse run(AssumeRootRequest input, Call call, View view) {
    String caller = CallerIdentity.of(call.caller()).orElseThrow().arn().toString();
    AccountId target = target(input).orElseThrow(StsErrors::invalidTargetPrincipal);
    throw AccessErrors.notAuthorized(caller, ACTION, root(target));
  }

  /// The account that is named by its id or by its root user's ARN.
  private static Optional<AccountId> target(AssumeRootRequest input) {
    String principal = input.targetPrincipal();
    return AccountId.find(principal)
        .or(() ->
            Arn.find(principal)
                .flatMap(Arn::accountId)
                .filter(account -> root(account).equals(principal)));
  }

  private static String root(AccountId account) {
    return Arn.iam(account, "root").toString();
  }
}
