package io.claviger.service.iam.owned;

import io.claviger.account.UserCredential;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// `DeleteAccessKey` and its likes: deletes a credential of a user or of the caller itself, and
/// erases its secret.
public record DeleteCredential<
        I extends AwsRequest, O extends AwsResponse, C extends UserCredential>(
    CredentialInput<I, C> credential, O answer) implements WriteOperation<I, O> {

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
    C gone = credential.require(input, call, view.home());
    return new Outcome<>(credential.kind().removal(gone), answer);
  }
}
