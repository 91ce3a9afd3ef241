package io.claviger.service.iam.group;

import io.claviger.account.Group;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;

/// The groups under a path prefix, in the order of their names.
///
/// Permissions: `iam:ListGroups` on `group` and the prefix.
record ListGroups() implements ReadOperation<ListGroupsRequest, ListGroupsResponse> {

  @Override
  public Class<ListGroupsRequest> input() {
    return ListGroupsRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListGroupsRequest input, Call call, View view) {
    return List.of(IamResources.listed(view.home(), "iam:ListGroups", "group", input.pathPrefix()));
  }

  @Override
  public ListGroupsResponse run(ListGroupsRequest input, Call call, View view) {
    String prefix = Objects.requireNonNullElse(input.pathPrefix(), "/");
    Page<Group> page =
        Page.of(
            Page.Request.of(input, input.maxItems(), input.marker()),
            view.home().groups()::inOrder,
            Group::name,
            group -> group.path().startsWith(prefix));
    return ListGroupsResponse.builder()
        .groups(page.map(group -> ShownGroup.of(group, view.home().id())).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
