package io.claviger.service.iam.policy;

import io.claviger.account.PolicyHolder;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamErrors;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// Shows a policy that is embedded in a user, group or role.
///
/// Permissions: `iam:Get…Policy` on the user, group or role.
record GetInlinePolicy<I extends AwsRequest, O extends AwsResponse>(
    HolderInput<I> holder, Function<I, String> policyName, Function<Embedded, O> answer)
    implements ReadOperation<I, O> {

  /// An embedded policy and what it is embedded in.
  ///
  /// @param document URL-encoded
  record Embedded(String holderName, String policyName, String document) {}

  @Override
  public Class<I> input() {
    return holder.type();
  }

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    return List.of(holder.access(input, view.home()));
  }

  @Override
  public O run(I input, Call call, View view) {
    PolicyHolder owner = holder.require(input, view.home());
    String name = policyName.apply(input);
    String document = owner.policies().inline().get(name);
    if (document == null) {
      throw IamErrors.noSuchInlinePolicy(holder.kind().word(), name);
    }
    return answer.apply(new Embedded(owner.name(), name, PolicyText.encoded(document)));
  }
}
