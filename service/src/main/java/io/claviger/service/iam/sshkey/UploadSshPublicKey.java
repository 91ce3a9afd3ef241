package io.claviger.service.iam.sshkey;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.Ids;
import io.claviger.account.Quotas;
import io.claviger.account.SshPublicKey;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyResponse;

/// Takes in an SSH public key of a user.
///
/// Permissions: `iam:UploadSSHPublicKey` on the user.
record UploadSshPublicKey()
    implements WriteOperation<UploadSshPublicKeyRequest, UploadSshPublicKeyResponse> {

  @Override
  public Class<UploadSshPublicKeyRequest> input() {
    return UploadSshPublicKeyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UploadSshPublicKeyRequest input, Call call, View view) {
    return List.of(IamResources.user(view.home(), "iam:UploadSSHPublicKey", input.userName()));
  }

  @Override
  public Outcome<UploadSshPublicKeyResponse> run(
      UploadSshPublicKeyRequest input, Call call, View view) {
    User user = IamEntities.user(view.home(), input.userName());
    RsaPublicKey read = RsaPublicKey.parse(input.sshPublicKeyBody());
    SshPublicKey key =
        new SshPublicKey(
            call.ids().accessKeyId(Ids.Prefix.APKA, view.home().id()),
            user.id(),
            read.ssh(),
            read.fingerprint(),
            true,
            call.now());
    requireRoom(user, key, view.home());
    return new Outcome<>(
        Change.put(key),
        UploadSshPublicKeyResponse.builder()
            .sshPublicKey(SshPublicKeys.shown(key, user.name(), key.body()))
            .build());
  }

  private static void requireRoom(User user, SshPublicKey key, Account home) {
    List<SshPublicKey> others = home.credentialsOf(user.id(), SshPublicKey.class);
    if (others.stream().anyMatch(other -> other.body().equals(key.body()))) {
      throw SshKeyErrors.duplicateKey();
    }
    if (others.size() >= Quotas.SSH_PUBLIC_KEYS_PER_USER) {
      throw IamErrors.limitExceeded("SSHPublicKeysPerUser", Quotas.SSH_PUBLIC_KEYS_PER_USER);
    }
  }
}
