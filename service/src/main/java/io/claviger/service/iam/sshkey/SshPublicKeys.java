package io.claviger.service.iam.sshkey;

import io.claviger.account.SshPublicKey;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.Page;
import io.claviger.service.iam.owned.CredentialKind;
import io.claviger.service.iam.owned.CredentialStatus;
import io.claviger.wire.ServiceError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysResponse;
import software.amazon.awssdk.services.iam.model.SSHPublicKey;
import software.amazon.awssdk.services.iam.model.SSHPublicKeyMetadata;

/// SSH public keys as requests name them and answers have them.
final class SshPublicKeys {

  static final CredentialKind<SshPublicKey> KIND =
      new CredentialKind<>() {

        @Override
        public Class<SshPublicKey> type() {
          return SshPublicKey.class;
        }

        @Override
        public ServiceError missing(String id) {
          return SshKeyErrors.noSuchKey(id);
        }
      };

  private SshPublicKeys() {}

  static SSHPublicKey shown(SshPublicKey key, @Nullable String userName, String body) {
    return SSHPublicKey.builder()
        .userName(userName)
        .sshPublicKeyId(key.id())
        .fingerprint(key.fingerprint())
        .sshPublicKeyBody(body)
        .status(CredentialStatus.of(key))
        .uploadDate(key.created())
        .build();
  }

  static ListSshPublicKeysResponse answer(Owner owner, Page<SshPublicKey> page) {
    return ListSshPublicKeysResponse.builder()
        .sshPublicKeys(page.map(key -> listed(key, owner)).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static SSHPublicKeyMetadata listed(SshPublicKey key, Owner owner) {
    return SSHPublicKeyMetadata.builder()
        .userName(owner.userName())
        .sshPublicKeyId(key.id())
        .status(CredentialStatus.of(key))
        .uploadDate(key.created())
        .build();
  }
}
