package io.claviger.service.iam.policy;

import io.claviger.account.Change;
import io.claviger.account.PolicyHolder;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// Deletes a policy that is embedded in a user, group or role.
///
/// Permissions: `iam:Delete…Policy` on the user, group or role, with the `iam:PermissionsBoundary`
/// of a user or role that has one.
record DeleteInlinePolicy<I extends AwsRequest, O extends AwsResponse>(
    HolderInput<I> holder, Function<I, String> policyName, O answer)
    implements WriteOperation<I, O> {

  @Override
  public Class<I> input() {
    return holder.type();
  }

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    return List.of(holder.accessWithBoundary(input, view.home()));
  }

  @Override
  public Outcome<O> run(I input, Call call, View view) {
    PolicyHolder old = holder.requireToChange(input, view.home());
    String name = policyName.apply(input);
    if (!old.policies().inline().containsKey(name)) {
      throw IamErrors.noSuchInlinePolicy(holder.kind().word(), name);
    }
    return new Outcome<>(Change.put(old.withPolicies(old.policies().deleteInline(name))), answer);
  }
}
