package io.claviger.service.iam.role;

import io.claviger.account.Change;
import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import java.util.List;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;

/// Puts another trust policy in the place of a role's.
///
/// Permissions: `iam:UpdateAssumeRolePolicy` on the role, with the `iam:PermissionsBoundary` of one
/// that has one.
record UpdateAssumeRolePolicy()
    implements WriteOperation<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse> {

  @Override
  public Class<UpdateAssumeRolePolicyRequest> input() {
    return UpdateAssumeRolePolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UpdateAssumeRolePolicyRequest input, Call call, View view) {
    return List.of(
        RoleAccess.withBoundary("iam:UpdateAssumeRolePolicy", input.roleName(), view.home()));
  }

  @Override
  public Outcome<UpdateAssumeRolePolicyResponse> run(
      UpdateAssumeRolePolicyRequest input, Call call, View view) {
    Role old = IamEntities.roleToChange(view.home(), input.roleName());
    TrustPolicies.Stored trust = TrustDocument.require(input.policyDocument(), view);
    return new Outcome<>(
        Change.put(old.withTrust(trust.document(), trust.trusted())),
        UpdateAssumeRolePolicyResponse.builder().build());
  }
}
