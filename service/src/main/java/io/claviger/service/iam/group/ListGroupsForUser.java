package io.claviger.service.iam.group;

import io.claviger.account.Group;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;

/// The groups that a user is a member of, in the order of their names.
///
/// Permissions: `iam:ListGroupsForUser` on the user.
record ListGroupsForUser()
    implements ReadOperation<ListGroupsForUserRequest, ListGroupsForUserResponse> {

  @Override
  public Class<ListGroupsForUserRequest> input() {
    return ListGroupsForUserRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListGroupsForUserRequest input, Call call, View view) {
    return List.of(IamResources.user(view.home(), "iam:ListGroupsForUser", input.userName()));
  }

  @Override
  public ListGroupsForUserResponse run(ListGroupsForUserRequest input, Call call, View view) {
    User user = IamEntities.user(view.home(), input.userName());
    List<Group> groups =
        user.groups().stream().flatMap(id -> view.home().groups().byId(id).stream()).toList();
    Page<Group> page =
        Page.ofShort(Page.Request.of(input, input.maxItems(), input.marker()), groups, Group::name);
    return ListGroupsForUserResponse.builder()
        .groups(page.map(group -> ShownGroup.of(group, view.home().id())).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
