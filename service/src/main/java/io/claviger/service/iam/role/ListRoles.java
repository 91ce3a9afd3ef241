package io.claviger.service.iam.role;

import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;

/// Lists the roles under a path, by name.
///
/// Permissions: `iam:ListRoles` on the roles under the path prefix.
record ListRoles() implements ReadOperation<ListRolesRequest, ListRolesResponse> {

  @Override
  public Class<ListRolesRequest> input() {
    return ListRolesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListRolesRequest input, Call call, View view) {
    return List.of(IamResources.listed(view.home(), "iam:ListRoles", "role", input.pathPrefix()));
  }

  @Override
  public ListRolesResponse run(ListRolesRequest input, Call call, View view) {
    String prefix = input.pathPrefix();
    Page<Role> page =
        Page.of(
            Page.Request.of(input, input.maxItems(), input.marker()),
            view.home().roles()::inOrder,
            Role::name,
            role -> prefix == null || role.path().startsWith(prefix));
    return ListRolesResponse.builder()
        .roles(page.map(role -> ShownRole.listed(view, role).build()).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
