package io.claviger.service.iam.policy;

import io.claviger.account.Change;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.PolicyHolder;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.document.PolicyKind;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// Embeds a policy in a user, group or role, in place of the one of its name.
///
/// Permissions: `iam:Put…Policy` on the user, group or role, with the `iam:PermissionsBoundary` of
/// a user or role that has one.
record PutInlinePolicy<I extends AwsRequest, O extends AwsResponse>(
    HolderInput<I> holder, Function<I, String> policyName, Function<I, String> document, O answer)
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
    IdentityPolicies policies =
        old.policies().putInline(policyName.apply(input), document.apply(input));
    HolderKind kind = holder.kind();
    if (policies.inlineSize() > kind.inlineSize()) {
      throw IamErrors.inlinePoliciesTooLarge(kind.word(), old.name(), kind.inlineSize());
    }
    PolicyText.require(document.apply(input), PolicyKind.IDENTITY);
    return new Outcome<>(Change.put(old.withPolicies(policies)), answer);
  }
}
