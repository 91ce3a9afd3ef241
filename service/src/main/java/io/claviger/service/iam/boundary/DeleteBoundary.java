package io.claviger.service.iam.boundary;

import io.claviger.account.Bounded;
import io.claviger.account.Change;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// `DeleteUserPermissionsBoundary` and its twin: takes the boundary off.
record DeleteBoundary<I extends AwsRequest, O extends AwsResponse>(
    Class<I> input, BoundedKind kind, Function<I, String> name, O output)
    implements WriteOperation<I, O> {

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    String action = "iam:Delete" + kind.word() + "PermissionsBoundary";
    AccessRequest request = kind.resource(view.home(), action, name.apply(input));
    return List.of(
        kind.find(view.home(), name.apply(input))
            .map(holder -> IamResources.withBoundaryOf(request, holder))
            .orElse(request));
  }

  @Override
  public Outcome<O> run(I input, Call call, View view) {
    Bounded holder = kind.requireToChange(view.home(), name.apply(input));
    if (holder.boundary() == null) {
      throw IamErrors.noBoundary(kind.word(), holder.name());
    }
    return new Outcome<>(Change.put(holder.withBoundary(null)), output);
  }
}
