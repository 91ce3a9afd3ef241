package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.PolicyHolder;
import io.claviger.account.Quota;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// Attaches a managed policy to a user, group or role. One that is attached already stays so.
///
/// Permissions: `iam:Attach…Policy` on the user, group or role, with `iam:PolicyARN` and the
/// `iam:PermissionsBoundary` of a user or role that has one.
record AttachPolicy<I extends AwsRequest, O extends AwsResponse>(
    HolderInput<I> holder, Function<I, String> policyArn, O answer, AttachablePolicies policies)
    implements WriteOperation<I, O> {

  @Override
  public Class<I> input() {
    return holder.type();
  }

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    AccessRequest access = holder.accessWithBoundary(input, view.home());
    return List.of(IamResources.with(access, "iam:PolicyARN", policyArn.apply(input)));
  }

  @Override
  public Outcome<O> run(I input, Call call, View view) {
    Account home = view.home();
    PolicyHolder old = holder.requireToChange(input, home);
    Arn policy = policies.requireToAttach(policyArn.apply(input), home);
    List<Arn> attached = old.policies().attached();
    if (attached.contains(policy)) {
      return new Outcome<>(Change.NONE, answer);
    }
    Quota quota = holder.kind().attachedQuota();
    int most = home.quotas().of(quota);
    if (attached.size() >= most) {
      throw IamErrors.limitExceeded(quota.awsName(), most);
    }
    return new Outcome<>(Change.put(old.withPolicies(old.policies().attach(policy))), answer);
  }
}
