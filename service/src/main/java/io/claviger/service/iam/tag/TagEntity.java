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
import software.amazon.awssdk.services.iam.model.Tag;

/// `TagUser` and its likes: sets tags on an entity; one whose key is there already, whatever its
/// case, is replaced.
record TagEntity<I extends AwsRequest, O extends AwsResponse>(
    Class<I> input,
    TaggedKind kind,
    Function<I, String> name,
    Function<I, List<Tag>> tags,
    O output)
    implements WriteOperation<I, O> {

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    AccessRequest request =
        kind.resource().of(view.home(), "iam:Tag" + kind.word(), name.apply(input));
    return List.of(IamResources.settingTags(request, IamTags.given(tags.apply(input))));
  }

  @Override
  public Outcome<O> run(I input, Call call, View view) {
    Tagged entity = kind.entity().find(view.home(), name.apply(input));
    Tagged tagged = entity.withTags(IamTags.added(entity.tags(), tags.apply(input), kind.quota()));
    return new Outcome<>(Change.put(tagged), output);
  }
}
