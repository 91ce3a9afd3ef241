package io.claviger.service.iam.policy;

import io.claviger.account.Change;
import io.claviger.account.PolicyHolder;
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

/// Takes a managed policy off a user, group or role.
///
/// Permissions: `iam:Detach…Policy` on the user, group or role, with `iam:PolicyARN` and the
/// `iam:PermissionsBoundary` of a user or role that has one.
record DetachPolicy<I extends AwsRequest, O extends AwsResponse>(
    HolderInput<I> holder, Function<I, String> policyArn, O answer)
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
    PolicyHolder old = holder.requireToChange(input, view.home());
    String given = policyArn.apply(input);
    AttachablePolicies.requireArn(given);
    Arn policy = Arn.parse(given);
    if (!old.policies().attached().contains(policy)) {
      throw IamErrors.noSuchPolicy(given);
    }
    return new Outcome<>(Change.put(old.withPolicies(old.policies().detach(policy))), answer);
  }
}
