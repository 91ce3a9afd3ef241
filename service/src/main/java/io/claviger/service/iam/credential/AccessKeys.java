package io.claviger.service.iam.credential;

import io.claviger.account.AccessKey;
import io.claviger.account.Change;
import io.claviger.account.SecretName;
import io.claviger.service.Operation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.Page;
import io.claviger.service.iam.owned.CredentialInput;
import io.claviger.service.iam.owned.CredentialKind;
import io.claviger.service.iam.owned.CredentialStatus;
import io.claviger.service.iam.owned.DeleteCredential;
import io.claviger.service.iam.owned.ListCredentials;
import io.claviger.service.iam.owned.UpdateCredential;
import io.claviger.wire.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/// The operations on access keys.
///
/// Permissions: each its own, on the user.
final class AccessKeys {

  private AccessKeys() {}

  /// Access keys as a kind of credential. The secret goes with the key.
  private static final class Kind implements CredentialKind<AccessKey> {

    @Override
    public Class<AccessKey> type() {
      return AccessKey.class;
    }

    @Override
    public ServiceError missing(String id) {
      return IamErrors.noSuchAccessKey(id);
    }

    @Override
    public Change removal(AccessKey key) {
      return Change.remove(key.key())
          .andErase(new SecretName(SecretName.Kind.ACCESS_KEY, key.id()));
    }
  }

  static List<Operation<?, ?>> list() {
    return List.of(
        new CreateAccessKey(),
        new ListCredentials<>(
            ListAccessKeysRequest.class,
            "iam:ListAccessKeys",
            AccessKey.class,
            ListAccessKeysRequest::userName,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            AccessKeys::answer),
        new UpdateCredential<>(
            new CredentialInput<>(
                UpdateAccessKeyRequest.class,
                "iam:UpdateAccessKey",
                new Kind(),
                UpdateAccessKeyRequest::userName,
                UpdateAccessKeyRequest::accessKeyId),
            UpdateAccessKeyRequest::statusAsString,
            UpdateAccessKeyResponse.builder().build()),
        new DeleteCredential<>(
            new CredentialInput<>(
                DeleteAccessKeyRequest.class,
                "iam:DeleteAccessKey",
                new Kind(),
                DeleteAccessKeyRequest::userName,
                DeleteAccessKeyRequest::accessKeyId),
            DeleteAccessKeyResponse.builder().build()),
        new GetAccessKeyLastUsed());
  }

  private static ListAccessKeysResponse answer(Owner owner, Page<AccessKey> page) {
    return ListAccessKeysResponse.builder()
        .accessKeyMetadata(page.map(key -> shown(key, owner)).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static AccessKeyMetadata shown(AccessKey key, Owner owner) {
    return AccessKeyMetadata.builder()
        .userName(owner.userName())
        .accessKeyId(key.id())
        .status(CredentialStatus.of(key))
        .createDate(key.created())
        .build();
  }
}
