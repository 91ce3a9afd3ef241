package io.claviger.service.iam.group;

import io.claviger.account.Group;
import io.claviger.base.AccountId;

/// Groups as answers have them.
final class ShownGroup {

  private ShownGroup() {}

  static software.amazon.awssdk.services.iam.model.Group of(Group group, AccountId account) {
    return software.amazon.awssdk.services.iam.model.Group.builder()
        .path(group.path())
        .groupName(group.name())
        .groupId(group.id())
        .arn(group.arn(account).toString())
        .createDate(group.created())
        .build();
  }
}
