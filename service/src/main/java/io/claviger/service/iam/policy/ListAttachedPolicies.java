package io.claviger.service.iam.policy;

import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/// Lists the managed policies that are attached to a user, group or role, by name.
///
/// Permissions: `iam:ListAttached…Policies` on the user, group or role.
record ListAttachedPolicies<I extends AwsRequest, O extends AwsResponse>(
    HolderInput<I> holder, Function<I, Wanted> wanted, Function<Page<AttachedPolicy>, O> answer)
    implements ReadOperation<I, O> {

  private static final String RESOURCE = "policy";

  /// Which page of which policies.
  ///
  /// @param pathPrefix null for all
  record Wanted(@Nullable String pathPrefix, Page.Request page) {}

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
    Wanted asked = wanted.apply(input);
    List<Arn> attached =
        holder.require(input, view.home()).policies().attached().stream()
            .filter(arn -> isUnder(arn, asked.pathPrefix()))
            .toList();
    return answer.apply(
        Page.ofShort(asked.page(), attached, ListAttachedPolicies::key)
            .map(PolicyShapes::attached));
  }

  /// By name; a policy of AWS's may be named like one of the account's own.
  private static String key(Arn policy) {
    return PolicyShapes.name(policy) + '/' + policy.account();
  }

  private static boolean isUnder(Arn policy, @Nullable String pathPrefix) {
    return pathPrefix == null || policy.resource().startsWith(RESOURCE + pathPrefix);
  }
}
