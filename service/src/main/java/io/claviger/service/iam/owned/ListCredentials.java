package io.claviger.service.iam.owned;

import io.claviger.account.UserCredential;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// `ListAccessKeys` and its likes: the credentials of one kind that a user or the caller itself
/// has, without their secrets.
///
/// @param action the permission it needs on the user: `iam:ListAccessKeys`
/// @param userName null in the request for the caller's own
public record ListCredentials<
        I extends AwsRequest, O extends AwsResponse, C extends UserCredential>(
    Class<I> input,
    String action,
    Class<C> type,
    Function<I, @Nullable String> userName,
    Function<I, Page.Request> page,
    Answer<C, O> answer)
    implements ReadOperation<I, O> {

  /// Makes the answer from a page of the owner's credentials.
  public interface Answer<C, O> {
    O of(Owner owner, Page<C> page);
  }

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    return List.of(Owner.access(view.home(), action, userName.apply(input), call));
  }

  @Override
  public O run(I input, Call call, View view) {
    Owner owner = Owner.of(userName.apply(input), call, view.home());
    List<C> all = view.home().credentialsOf(owner.id(), type);
    return answer.of(owner, Page.ofShort(page.apply(input), all, UserCredential::id));
  }
}
