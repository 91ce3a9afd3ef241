package io.claviger.service.iam.policy;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// Lists the names of the policies that are embedded in a user, group or role.
///
/// Permissions: `iam:List…Policies` on the user, group or role.
record ListInlinePolicies<I extends AwsRequest, O extends AwsResponse>(
    HolderInput<I> holder, Function<I, Page.Request> page, Function<Page<String>, O> answer)
    implements ReadOperation<I, O> {

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
    return answer.apply(
        Page.ofShort(
            page.apply(input),
            holder.require(input, view.home()).policies().inline().keySet(),
            name -> name));
  }
}
