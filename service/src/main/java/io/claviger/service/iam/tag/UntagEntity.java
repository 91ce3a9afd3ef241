package io.claviger.service.iam.tag;

import io.claviger.account.Change;
import io.claviger.account.Tagged;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// `UntagUser` and its likes: removes the tags of the given keys; keys that are not there are
/// passed over.
record UntagEntity<I extends AwsRequest, O extends AwsResponse>(
    Class<I> input,
    TaggedKind kind,
    Function<I, String> name,
    Function<I, List<String>> keys,
    O output)
    implements WriteOperation<I, O> {

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    AccessRequest request =
        kind.resource().of(view.home(), "iam:Untag" + kind.word(), name.apply(input));
    return List.of(IamResources.removingTags(request, keys.apply(input)));
  }

  @Override
  public Outcome<O> run(I input, Call call, View view) {
    Tagged entity = kind.entity().find(view.home(), name.apply(input));
    Tagged untagged = entity.withTags(IamTags.removed(entity.tags(), keys.apply(input)));
    return new Outcome<>(Change.put(untagged), output);
  }
}
