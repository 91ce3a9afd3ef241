package io.claviger.service.iam.tag;

import io.claviger.account.Tags;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamTags;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/// `ListUserTags` and its likes: the tags of an entity in the order of their keys.
record ListEntityTags<I extends AwsRequest, O extends AwsResponse>(
    Class<I> input,
    TaggedKind kind,
    Function<I, String> name,
    Function<I, Page.Request> page,
    Answer<O> answer)
    implements ReadOperation<I, O> {

  /// Makes the answer; the marker is null unless truncated.
  interface Answer<O> {
    O of(List<Tag> tags, Page<Tags.Tag> page);
  }

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    String action = "iam:List" + kind.word() + "Tags";
    return List.of(kind.resource().of(view.home(), action, name.apply(input)));
  }

  @Override
  public O run(I input, Call call, View view) {
    Tags tags = kind.entity().find(view.home(), name.apply(input)).tags();
    Page<Tags.Tag> tagPage = Page.ofShort(page.apply(input), tags.all(), Tags.Tag::key);
    return answer.of(IamTags.shown(tagPage.items()), tagPage);
  }
}
