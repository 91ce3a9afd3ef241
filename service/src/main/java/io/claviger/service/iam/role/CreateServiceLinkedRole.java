package io.claviger.service.iam.role;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Ids;
import io.claviger.account.Role;
import io.claviger.account.Tags;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.reference.ServiceLinkedRole;
import io.claviger.reference.ServiceLinkedRoles;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;

/// Makes the role that a service has in an account to act for it, with the trust policy and the
/// managed policy that the service gives it. Such a role counts towards the quota of roles, and may
/// exceed it.
///
/// Permissions: `iam:CreateServiceLinkedRole` on the role to be, with `iam:AWSServiceName`.
///
/// AWS rule: IAM User Guide, "Create a service-linked role".
record CreateServiceLinkedRole(ServiceLinkedRoles roles)
    implements WriteOperation<CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse> {

  private static final int LONGEST_NAME = 64;

  @Override
  public Class<CreateServiceLinkedRoleRequest> input() {
    return CreateServiceLinkedRoleRequest.class;
  }

  /// Of a service without such a role, the resource is named by what all names begin with.
  @Override
  public List<AccessRequest> requires(CreateServiceLinkedRoleRequest input, Call call, View view) {
    String service = input.awsServiceName();
    String name =
        roles
            .find(service)
            .map(role -> name(role, input.customSuffix()))
            .orElse("AWSServiceRoleFor");
    AccessRequest access =
        IamResources.toBe(view.home(), "iam:CreateServiceLinkedRole", "role", path(service), name);
    return List.of(IamResources.with(access, "iam:AWSServiceName", service));
  }

  @Override
  public Outcome<CreateServiceLinkedRoleResponse> run(
      CreateServiceLinkedRoleRequest input, Call call, View view) {
    String service = input.awsServiceName();
    ServiceLinkedRole found =
        roles.find(service).orElseThrow(() -> ServiceLinkedErrors.noSuchService(service));
    if (input.customSuffix() != null && !found.takesSuffix()) {
      throw ServiceLinkedErrors.suffixNotAllowed(service);
    }
    String name = name(found, input.customSuffix());
    requireFree(name, view.home());
    IdentityPolicies policies =
        found.policy().map(IdentityPolicies.NONE::attach).orElse(IdentityPolicies.NONE);
    Role role =
        new Role(
            call.ids().uniqueId(Ids.Prefix.AROA),
            path(service),
            name,
            call.now(),
            Tags.NONE,
            null,
            policies,
            trust(service),
            List.of(),
            Objects.requireNonNullElse(input.description(), ""),
            UpdateRole.DEFAULT_SESSION_SECONDS);
    return new Outcome<>(
        Change.put(role),
        CreateServiceLinkedRoleResponse.builder().role(ShownRole.created(view, role)).build());
  }

  private static void requireFree(String name, Account home) {
    if (name.length() > LONGEST_NAME) {
      throw ServiceLinkedErrors.nameTooLong(name);
    }
    if (home.roles().named(name).isPresent()) {
      throw ServiceLinkedErrors.nameTaken(name);
    }
  }

  private static String path(String service) {
    return Role.SERVICE_LINKED_PATH + service + '/';
  }

  private static String name(ServiceLinkedRole role, @Nullable String suffix) {
    return suffix == null ? role.roleName() : role.roleName() + '_' + suffix;
  }

  /// As AWS answers.
  private static String trust(String service) {
    return """
    {"Version":"2012-10-17","Statement":[{"Action":["sts:AssumeRole"],"Effect":"Allow",\
    "Principal":{"Service":["%s"]}}]}\
    """
        .formatted(service);
  }
}
