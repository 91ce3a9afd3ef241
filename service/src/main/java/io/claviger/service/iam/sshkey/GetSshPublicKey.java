package io.claviger.service.iam.sshkey;

import io.claviger.account.SshPublicKey;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.owned.CredentialInput;
import java.util.List;
import software.amazon.awssdk.services.iam.model.EncodingType;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyResponse;

/// One SSH public key of a user, in the encoding that is asked for.
///
/// Permissions: `iam:GetSSHPublicKey` on the user.
record GetSshPublicKey() implements ReadOperation<GetSshPublicKeyRequest, GetSshPublicKeyResponse> {

  private static final CredentialInput<GetSshPublicKeyRequest, SshPublicKey> KEY =
      new CredentialInput<>(
          GetSshPublicKeyRequest.class,
          "iam:GetSSHPublicKey",
          SshPublicKeys.KIND,
          GetSshPublicKeyRequest::userName,
          GetSshPublicKeyRequest::sshPublicKeyId);

  @Override
  public Class<GetSshPublicKeyRequest> input() {
    return GetSshPublicKeyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetSshPublicKeyRequest input, Call call, View view) {
    return List.of(KEY.access(input, call, view.home()));
  }

  @Override
  public GetSshPublicKeyResponse run(GetSshPublicKeyRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    SshPublicKey key = KEY.require(input, call, view.home());
    String body =
        input.encoding() == EncodingType.PEM ? RsaPublicKey.parse(key.body()).pem() : key.body();
    return GetSshPublicKeyResponse.builder()
        .sshPublicKey(SshPublicKeys.shown(key, owner.userName(), body))
        .build();
  }
}
