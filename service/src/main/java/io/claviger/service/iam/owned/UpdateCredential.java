package io.claviger.service.iam.owned;

import io.claviger.account.Change;
import io.claviger.account.UserCredential;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// `UpdateAccessKey` and its likes: activates or deactivates a credential of a user or of the
/// caller itself.
public record UpdateCredential<
        I extends AwsRequest, O extends AwsResponse, C extends UserCredential>(
    CredentialInput<I, C> credential, Function<I, String> status, O answer)
    implements WriteOperation<I, O> {

  @Override
  public Class<I> input() {
    return credential.type();
  }

  @Override
  public List<AccessRequest> requires(I input, Call call, View view) {
    return List.of(credential.access(input, call, view.home()));
  }

  @Override
  public Outcome<O> run(I input, Call call, View view) {
    C old = credential.require(input, call, view.home());
    boolean isActive = CredentialStatus.isActive(status.apply(input));
    return new Outcome<>(Change.put(old.withActive(isActive)), answer);
  }
}
