package io.claviger.service.iam.credential;

import io.claviger.account.AccessKey;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;

/// The access keys of a user or of the caller itself, without their secrets.
///
/// Permissions: `iam:ListAccessKeys` on the user.
record ListAccessKeys() implements ReadOperation<ListAccessKeysRequest, ListAccessKeysResponse> {

  @Override
  public Class<ListAccessKeysRequest> input() {
    return ListAccessKeysRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListAccessKeysRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:ListAccessKeys", input.userName(), call));
  }

  @Override
  public ListAccessKeysResponse run(ListAccessKeysRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    Page<AccessKey> page =
        Page.ofShort(
            new Page.Request(input.maxItems(), input.marker()),
            view.home().accessKeysOf(owner.id()),
            AccessKey::id);
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
        .status(OwnedKeys.status(key))
        .createDate(key.created())
        .build();
  }
}
