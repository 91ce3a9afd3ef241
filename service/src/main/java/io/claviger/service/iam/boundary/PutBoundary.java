package io.claviger.service.iam.boundary;

import io.claviger.account.Bounded;
import io.claviger.account.Change;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// `PutUserPermissionsBoundary` and its twin: sets a managed policy as the boundary, in place of
/// the one that was.
///
/// The key `iam:PermissionsBoundary` is the boundary to be, so that a delegated administrator can
/// be held to setting a certain one.
record PutBoundary<I extends AwsRequest, O extends AwsResponse>(
    AttachablePolicies policies,
    Class<I> input,
    BoundedKind kind,
    Function<I, String> name,
    Function<I, String> boundary,
    O output)
    implements WriteOperation<I, O> {

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    String action = "iam:Put" + kind.word() + "PermissionsBoundary";
    AccessRequest request = kind.resource(view.home(), action, name.apply(input));
    return List.of(IamResources.withBoundary(request, boundary.apply(input)));
  }

  @Override
  public Outcome<O> run(I input, Call call, View view) {
    Bounded holder = kind.requireToChange(view.home(), name.apply(input));
    return new Outcome<>(
        Change.put(
            holder.withBoundary(policies.requireBoundary(boundary.apply(input), view.home()))),
        output);
  }
}
