package io.claviger.service.iam.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext.Value;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;

class ServiceLinkedRolesTest {

  private static final String A = "arn:aws:iam::111122223333:";
  private static final String ECS = "AWSServiceRoleForECS";
  private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
      "Principal":{"Service":"ec2.amazonaws.com"}}]}\
      """;

  private final InMemoryIam iam = new InMemoryIam();

  private static CreateServiceLinkedRoleRequest.Builder creating(String service) {
    return CreateServiceLinkedRoleRequest.builder().awsServiceName(service);
  }

  private Role create(CreateServiceLinkedRoleRequest.Builder request) {
    return iam.call(request.build(), CreateServiceLinkedRoleResponse.class).role();
  }

  private String delete(String name) {
    return iam.call(
            DeleteServiceLinkedRoleRequest.builder().roleName(name).build(),
            DeleteServiceLinkedRoleResponse.class)
        .deletionTaskId();
  }

  private static GetServiceLinkedRoleDeletionStatusRequest status(String taskId) {
    return GetServiceLinkedRoleDeletionStatusRequest.builder().deletionTaskId(taskId).build();
  }

  @Test
  void roleIsNamedTrustedAndAllowedAsItsServiceSays() {
    Role role = create(creating("ecs.amazonaws.com").description("Runs tasks."));
    assertEquals(ECS, role.roleName());
    assertEquals("/aws-service-role/ecs.amazonaws.com/", role.path());
    assertEquals(A + "role/aws-service-role/ecs.amazonaws.com/" + ECS, role.arn());
    String trust = URLDecoder.decode(role.assumeRolePolicyDocument(), StandardCharsets.UTF_8);
    assertTrue(trust.contains("\"Principal\":{\"Service\":[\"ecs.amazonaws.com\"]}"), trust);
    Role whole =
        iam.call(GetRoleRequest.builder().roleName(ECS).build(), GetRoleResponse.class).role();
    assertEquals("Runs tasks.", whole.description());
    assertEquals(3_600, whole.maxSessionDuration());
    assertEquals(
        List.of("arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy"),
        iam
            .call(
                ListAttachedRolePoliciesRequest.builder().roleName(ECS).build(),
                ListAttachedRolePoliciesResponse.class)
            .attachedPolicies()
            .stream()
            .map(AttachedPolicy::policyArn)
            .toList());
  }

  @Test
  void suffixTellsRolesApartWhereTheServiceAllowsIt() {
    create(creating("autoscaling.amazonaws.com"));
    Role second = create(creating("autoscaling.amazonaws.com").customSuffix("blue"));
    assertEquals("AWSServiceRoleForAutoScaling_blue", second.roleName());
    assertEquals(
        "Custom suffix is not allowed for ecs.amazonaws.com",
        iam.error(creating("ecs.amazonaws.com").customSuffix("blue").build()).message());
    assertEquals(
        "InvalidInput",
        iam.error(creating("autoscaling.amazonaws.com").customSuffix("x".repeat(64)).build())
            .code());
  }

  @Test
  void roleIsMadeOnceAndOnlyForAServiceThatHasOne() {
    create(creating("ecs.amazonaws.com"));
    ServiceError error = iam.error(creating("ecs.amazonaws.com").build());
    assertEquals("InvalidInput", error.code());
    assertEquals(
        "Service role name AWSServiceRoleForECS has been taken in this account, please try a"
            + " different suffix.",
        error.message());
    assertEquals("InvalidInput", iam.error(creating("s3.amazonaws.com").build()).code());
    iam.call(
        CreateRoleRequest.builder()
            .roleName("awsserviceroleforrds")
            .assumeRolePolicyDocument(TRUST)
            .build());
    assertEquals("InvalidInput", iam.error(creating("rds.amazonaws.com").build()).code());
  }

  @Test
  void onlyServiceLinkedRolesExceedTheQuotaTowardsWhichTheyCount() {
    InMemoryIam small = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.ROLES, 1));
    small.call(creating("ecs.amazonaws.com").build());
    small.call(creating("rds.amazonaws.com").build());
    assertEquals(
        "LimitExceeded",
        small
            .error(
                CreateRoleRequest.builder().roleName("R").assumeRolePolicyDocument(TRUST).build())
            .code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/aws-service-role/", "/aws-service-role/ecs.amazonaws.com/"})
  void pathOfServiceLinkedRolesIsTheirs(String path) {
    CreateRoleRequest.Builder create =
        CreateRoleRequest.builder().roleName(ECS).assumeRolePolicyDocument(TRUST);
    assertEquals(
        "Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles",
        iam.error(create.path(path).build()).message());
    iam.call(create.path("/aws-service-roles/").build());
  }

  static Stream<AwsRequest> changes() {
    return Stream.of(
        AttachRolePolicyRequest.builder().roleName(ECS).policyArn(READ_ONLY).build(),
        DetachRolePolicyRequest.builder()
            .roleName(ECS)
            .policyArn("arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy")
            .build(),
        PutRolePolicyRequest.builder().roleName(ECS).policyName("P").policyDocument("{}").build(),
        DeleteRolePolicyRequest.builder().roleName(ECS).policyName("P").build(),
        PutRolePermissionsBoundaryRequest.builder()
            .roleName(ECS)
            .permissionsBoundary(READ_ONLY)
            .build(),
        DeleteRolePermissionsBoundaryRequest.builder().roleName(ECS).build(),
        UpdateAssumeRolePolicyRequest.builder().roleName(ECS).policyDocument(TRUST).build(),
        UpdateRoleRequest.builder().roleName(ECS).maxSessionDuration(7_200).build(),
        AddRoleToInstanceProfileRequest.builder().roleName(ECS).instanceProfileName("I").build(),
        DeleteRoleRequest.builder().roleName(ECS).build());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void nobodyChangesWhatAServiceLinkedRoleMayDo(AwsRequest change) {
    create(creating("ecs.amazonaws.com"));
    iam.call(CreateInstanceProfileRequest.builder().instanceProfileName("I").build());
    ServiceError error = iam.error(change);
    assertEquals("UnmodifiableEntity", error.code());
    assertEquals(400, error.status());
    assertEquals(
        "Cannot perform the operation on the protected role 'AWSServiceRoleForECS' - this role is"
            + " only modifiable by AWS",
        error.message());
  }

  @Test
  void descriptionAndTagsAreTheAccountsOwn() {
    create(creating("ecs.amazonaws.com"));
    iam.call(UpdateRoleDescriptionRequest.builder().roleName(ECS).description("one").build());
    iam.call(UpdateRoleRequest.builder().roleName(ECS).description("two").build());
    iam.call(
        TagRoleRequest.builder()
            .roleName(ECS)
            .tags(Tag.builder().key("team").value("x").build())
            .build());
    Role role =
        iam.call(GetRoleRequest.builder().roleName(ECS).build(), GetRoleResponse.class).role();
    assertEquals("two", role.description());
    assertEquals(1, role.tags().size());
  }

  @Test
  void roleIsDeletedByATaskThatIsDone() {
    create(creating("ecs.amazonaws.com"));
    String task = delete(ECS);
    assertTrue(
        task.matches(
            "task/aws-service-role/ecs\\.amazonaws\\.com/AWSServiceRoleForECS/[0-9a-f-]{36}"),
        task);
    assertEquals(
        DeletionTaskStatusType.SUCCEEDED,
        iam.call(status(task), GetServiceLinkedRoleDeletionStatusResponse.class).status());
    assertEquals("NoSuchEntity", iam.error(GetRoleRequest.builder().roleName(ECS).build()).code());
    create(creating("ecs.amazonaws.com"));
  }

  @Test
  void tasksAreForgottenAfterADay() {
    create(creating("ecs.amazonaws.com"));
    create(creating("rds.amazonaws.com"));
    String first = delete(ECS);
    iam.advance(Duration.ofDays(1).plusSeconds(1));
    delete("AWSServiceRoleForRDS");
    assertEquals("NoSuchEntity", iam.error(status(first)).code());
  }

  @Test
  void taskThatIsNoneAndRoleThatIsNotServiceLinkedAreRefused() {
    assertEquals("InvalidInput", iam.error(status("x")).code());
    assertEquals(
        "NoSuchEntity",
        iam.error(status("task/aws-service-role/ecs.amazonaws.com/" + ECS + "/x")).code());
    iam.call(CreateRoleRequest.builder().roleName("R").assumeRolePolicyDocument(TRUST).build());
    assertEquals(
        "The role with name R is not service-linked.",
        iam.error(DeleteServiceLinkedRoleRequest.builder().roleName("R").build()).message());
    assertEquals(
        "The role with name none cannot be found.",
        iam.error(DeleteServiceLinkedRoleRequest.builder().roleName("none").build()).message());
  }

  /// The condition key by which policies of AWS's let a service's users make its role alone.
  @Test
  void Abuse_051_serviceAndRoleAreTheOnesToBe() {
    AccessRequest blue =
        iam.requires(creating("autoscaling.amazonaws.com").customSuffix("blue").build()).getFirst();
    assertEquals("iam:CreateServiceLinkedRole", blue.action());
    assertEquals(
        A + "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_blue",
        blue.resource());
    assertEquals(
        new Value.Single("autoscaling.amazonaws.com"), blue.context().get("iam:AWSServiceName"));
    assertEquals(
        A + "role/aws-service-role/s3.amazonaws.com/AWSServiceRoleFor",
        iam.requires(creating("s3.amazonaws.com").build()).getFirst().resource());
  }
}
