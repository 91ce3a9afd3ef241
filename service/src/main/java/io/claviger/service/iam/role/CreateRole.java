package io.claviger.service.iam.role;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.EntityKind;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Ids;
import io.claviger.account.Quota;
import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamQuotas;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;

/// Makes a role, which may do nothing yet.
///
/// Permissions: `iam:CreateRole` on the new role, where `iam:PermissionsBoundary` is present with a
/// boundary; with tags also `iam:TagRole`.
record CreateRole(AttachablePolicies policies)
    implements WriteOperation<CreateRoleRequest, CreateRoleResponse> {

  @Override
  public Class<CreateRoleRequest> input() {
    return CreateRoleRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreateRoleRequest input, Call call, View view) {
    return IamResources.creating(
        IamResources.toBe(view.home(), "iam:CreateRole", "role", input.path(), input.roleName()),
        "iam:TagRole",
        IamTags.given(input.tags()),
        input.permissionsBoundary());
  }

  @Override
  public Outcome<CreateRoleResponse> run(CreateRoleRequest input, Call call, View view) {
    String path = Objects.requireNonNullElse(input.path(), "/");
    if (path.startsWith(Role.SERVICE_LINKED_PATH)) {
      throw IamErrors.pathOfServiceLinkedRoles();
    }
    requireRoom(input.roleName(), view.home());
    TrustPolicies.Stored trust = TrustDocument.require(input.assumeRolePolicyDocument(), view);
    Role role =
        new Role(
            call.ids().uniqueId(Ids.Prefix.AROA),
            path,
            input.roleName(),
            call.now(),
            IamTags.of(input.tags(), "TagsPerRole"),
            boundary(input.permissionsBoundary(), view.home()),
            IdentityPolicies.NONE,
            trust.document(),
            trust.trusted(),
            Objects.requireNonNullElse(input.description(), ""),
            Objects.requireNonNullElse(
                input.maxSessionDuration(), UpdateRole.DEFAULT_SESSION_SECONDS));
    return new Outcome<>(
        Change.put(role), CreateRoleResponse.builder().role(ShownRole.created(view, role)).build());
  }

  private void requireRoom(String name, Account home) {
    if (home.roles().named(name).isPresent()) {
      throw IamErrors.nameTaken("Role", name);
    }
    IamQuotas.requireRoom(Quota.ROLES, EntityKind.ROLE, home);
  }

  private @Nullable Arn boundary(@Nullable String arn, Account home) {
    return arn == null ? null : policies.requireBoundary(arn, home);
  }
}
