package io.claviger.service.iam.credential;

import io.claviger.account.AccessKey;
import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.Ids;
import io.claviger.account.Quotas;
import io.claviger.account.SecretName;
import io.claviger.account.View;
import io.claviger.base.SecretText;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.owned.CredentialStatus;
import java.util.List;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;

/// Makes a long-term access key for a user, or for the caller itself, root included. The answer is
/// the only place the secret is ever shown.
///
/// Permissions: `iam:CreateAccessKey` on the user.
record CreateAccessKey()
    implements WriteOperation<CreateAccessKeyRequest, CreateAccessKeyResponse> {

  @Override
  public Class<CreateAccessKeyRequest> input() {
    return CreateAccessKeyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreateAccessKeyRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:CreateAccessKey", input.userName(), call));
  }

  @Override
  public Outcome<CreateAccessKeyResponse> run(CreateAccessKeyRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    if (view.home().accessKeysOf(owner.id()).size() >= Quotas.ACCESS_KEYS_PER_USER) {
      throw IamErrors.limitExceeded("AccessKeysPerUser", Quotas.ACCESS_KEYS_PER_USER);
    }
    AccessKey key = new AccessKey(freeId(call, view.home()), owner.id(), true, call.now());
    SecretText secret = call.ids().secretAccessKey();
    return new Outcome<>(
        Change.put(key).andSecret(new SecretName(SecretName.Kind.ACCESS_KEY, key.id()), secret),
        answer(owner, key, secret));
  }

  /// An id that no key of the account has: ids hold only 39 random bits beside the account.
  private static String freeId(Call call, Account home) {
    String id;
    do {
      id = call.ids().accessKeyId(Ids.Prefix.AKIA, home.id());
    } while (home.accessKey(id).isPresent());
    return id;
  }

  private static CreateAccessKeyResponse answer(Owner owner, AccessKey key, SecretText secret) {
    return CreateAccessKeyResponse.builder()
        .accessKey(shown ->
            shown
                .userName(owner.userName())
                .accessKeyId(key.id())
                .status(CredentialStatus.of(key))
                .secretAccessKey(secret.reveal())
                .createDate(key.created()))
        .build();
  }
}
