package io.claviger.service.iam.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.reference.ManagedPolicies;
import io.claviger.service.InMemoryIam;
import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.profile.ProfileOperations;
import io.claviger.service.iam.role.RoleOperations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;

/// What every operation on policies, roles and instance profiles requires.
///
/// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS
/// Identity and Access Management (IAM)".
class PermissionsTest {

  private static final String A = "arn:aws:iam::111122223333:";
  private static final String P = A + "policy/p/P";
  private static final String B = A + "policy/B";
  private static final String OF_AWS = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  private static final Tag TAG = Tag.builder().key("team").value("x").build();

  private final InMemoryIam iam = new InMemoryIam();

  /// A request and what it requires: action, resource and condition keys.
  record Row(AwsRequest input, List<String> requires) {

    static Row of(AwsRequest input, String... requires) {
      return new Row(
          input,
          Arrays.stream(requires)
              .map(text -> text.replace(" A:", " " + A).replace("=A:", "=" + A))
              .map(PermissionsTest::inOrder)
              .toList());
    }

    @Override
    public String toString() {
      return requires.toString();
    }
  }

  @BeforeEach
  void oneOfEachUnderAPathWithTagAndBoundary() {
    iam.call(CreatePolicyRequest.builder().policyName("B").policyDocument(Documents.READ).build());
    iam.call(
        CreatePolicyRequest.builder()
            .policyName("P")
            .path("/p/")
            .policyDocument(Documents.READ)
            .tags(TAG)
            .build());
    iam.call(
        CreateUserRequest.builder()
            .userName("u")
            .path("/p/")
            .permissionsBoundary(B)
            .tags(TAG)
            .build());
    iam.call(CreateGroupRequest.builder().groupName("g").path("/p/").build());
    iam.call(
        CreateRoleRequest.builder()
            .roleName("r")
            .path("/p/")
            .assumeRolePolicyDocument(Documents.EC2_TRUST)
            .permissionsBoundary(B)
            .tags(TAG)
            .build());
    iam.call(
        CreateInstanceProfileRequest.builder()
            .instanceProfileName("i")
            .path("/p/")
            .tags(TAG)
            .build());
  }

  static Stream<Row> rows() {
    return Stream.of(managed(), ofUsers(), ofRoles(), ofGroups(), roles(), profiles())
        .flatMap(List::stream);
  }

  private static List<Row> managed() {
    return List.of(
        Row.of(
            CreatePolicyRequest.builder()
                .policyName("N")
                .path("/p/")
                .policyDocument(Documents.READ)
                .build(),
            "iam:CreatePolicy A:policy/p/N"),
        Row.of(
            CreatePolicyRequest.builder()
                .policyName("N")
                .policyDocument(Documents.READ)
                .tags(TAG)
                .build(),
            "iam:CreatePolicy A:policy/N aws:requesttag/team=x aws:tagkeys=[team]",
            "iam:TagPolicy A:policy/N aws:requesttag/team=x aws:tagkeys=[team]"),
        Row.of(
            GetPolicyRequest.builder().policyArn(P).build(),
            "iam:GetPolicy A:policy/p/P aws:resourcetag/team=x"),
        Row.of(
            DeletePolicyRequest.builder().policyArn(P).build(),
            "iam:DeletePolicy A:policy/p/P aws:resourcetag/team=x"),
        Row.of(
            ListPolicyVersionsRequest.builder().policyArn(P).build(),
            "iam:ListPolicyVersions A:policy/p/P aws:resourcetag/team=x"),
        Row.of(
            ListEntitiesForPolicyRequest.builder().policyArn(P).build(),
            "iam:ListEntitiesForPolicy A:policy/p/P aws:resourcetag/team=x"),
        Row.of(
            GetPolicyRequest.builder().policyArn(OF_AWS).build(),
            "iam:GetPolicy arn:aws:iam::aws:policy/ReadOnlyAccess"),
        Row.of(
            GetPolicyRequest.builder()
                .policyArn("arn:aws:iam::111122223333:policy/Nothing")
                .build(),
            "iam:GetPolicy A:policy/Nothing"),
        Row.of(ListPoliciesRequest.builder().build(), "iam:ListPolicies A:policy/"),
        Row.of(
            ListPoliciesRequest.builder().pathPrefix("/p/").build(),
            "iam:ListPolicies A:policy/p/"),
        Row.of(
            CreatePolicyVersionRequest.builder()
                .policyArn(P)
                .policyDocument(Documents.READ)
                .setAsDefault(true)
                .build(),
            "iam:CreatePolicyVersion A:policy/p/P aws:resourcetag/team=x"),
        Row.of(
            GetPolicyVersionRequest.builder().policyArn(P).versionId("v1").build(),
            "iam:GetPolicyVersion A:policy/p/P aws:resourcetag/team=x"),
        Row.of(
            SetDefaultPolicyVersionRequest.builder().policyArn(P).versionId("v1").build(),
            "iam:SetDefaultPolicyVersion A:policy/p/P aws:resourcetag/team=x"),
        Row.of(
            DeletePolicyVersionRequest.builder().policyArn(P).versionId("v1").build(),
            "iam:DeletePolicyVersion A:policy/p/P aws:resourcetag/team=x"));
  }

  private static List<Row> ofUsers() {
    return List.of(
        Row.of(
            AttachUserPolicyRequest.builder().userName("u").policyArn(OF_AWS).build(),
            "iam:AttachUserPolicy A:user/p/u aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B iam:policyarn=arn:aws:iam::aws:policy/ReadOnlyAccess"),
        Row.of(
            DetachUserPolicyRequest.builder().userName("u").policyArn(OF_AWS).build(),
            "iam:DetachUserPolicy A:user/p/u aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B iam:policyarn=arn:aws:iam::aws:policy/ReadOnlyAccess"),
        Row.of(
            PutUserPolicyRequest.builder()
                .userName("u")
                .policyName("i")
                .policyDocument(Documents.READ)
                .build(),
            "iam:PutUserPolicy A:user/p/u aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B"),
        Row.of(
            DeleteUserPolicyRequest.builder().userName("u").policyName("i").build(),
            "iam:DeleteUserPolicy A:user/p/u aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B"),
        Row.of(
            GetUserPolicyRequest.builder().userName("u").policyName("i").build(),
            "iam:GetUserPolicy A:user/p/u aws:resourcetag/team=x iam:resourcetag/team=x"),
        Row.of(
            ListUserPoliciesRequest.builder().userName("u").build(),
            "iam:ListUserPolicies A:user/p/u aws:resourcetag/team=x iam:resourcetag/team=x"),
        Row.of(
            ListAttachedUserPoliciesRequest.builder().userName("u").build(),
            "iam:ListAttachedUserPolicies A:user/p/u aws:resourcetag/team=x iam:resourcetag/team=x"));
  }

  private static List<Row> ofRoles() {
    return List.of(
        Row.of(
            AttachRolePolicyRequest.builder().roleName("r").policyArn(OF_AWS).build(),
            "iam:AttachRolePolicy A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B iam:policyarn=arn:aws:iam::aws:policy/ReadOnlyAccess"),
        Row.of(
            DetachRolePolicyRequest.builder().roleName("r").policyArn(OF_AWS).build(),
            "iam:DetachRolePolicy A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B iam:policyarn=arn:aws:iam::aws:policy/ReadOnlyAccess"),
        Row.of(
            PutRolePolicyRequest.builder()
                .roleName("r")
                .policyName("i")
                .policyDocument(Documents.READ)
                .build(),
            "iam:PutRolePolicy A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B"),
        Row.of(
            DeleteRolePolicyRequest.builder().roleName("r").policyName("i").build(),
            "iam:DeleteRolePolicy A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B"),
        Row.of(
            GetRolePolicyRequest.builder().roleName("r").policyName("i").build(),
            "iam:GetRolePolicy A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x"),
        Row.of(
            ListRolePoliciesRequest.builder().roleName("r").build(),
            "iam:ListRolePolicies A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x"),
        Row.of(
            ListAttachedRolePoliciesRequest.builder().roleName("r").build(),
            "iam:ListAttachedRolePolicies A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x"));
  }

  private static List<Row> ofGroups() {
    return List.of(
        Row.of(
            AttachGroupPolicyRequest.builder().groupName("g").policyArn(OF_AWS).build(),
            "iam:AttachGroupPolicy A:group/p/g iam:policyarn=arn:aws:iam::aws:policy/ReadOnlyAccess"),
        Row.of(
            DetachGroupPolicyRequest.builder().groupName("g").policyArn(OF_AWS).build(),
            "iam:DetachGroupPolicy A:group/p/g iam:policyarn=arn:aws:iam::aws:policy/ReadOnlyAccess"),
        Row.of(
            PutGroupPolicyRequest.builder()
                .groupName("g")
                .policyName("i")
                .policyDocument(Documents.READ)
                .build(),
            "iam:PutGroupPolicy A:group/p/g"),
        Row.of(
            DeleteGroupPolicyRequest.builder().groupName("g").policyName("i").build(),
            "iam:DeleteGroupPolicy A:group/p/g"),
        Row.of(
            GetGroupPolicyRequest.builder().groupName("g").policyName("i").build(),
            "iam:GetGroupPolicy A:group/p/g"),
        Row.of(
            ListGroupPoliciesRequest.builder().groupName("g").build(),
            "iam:ListGroupPolicies A:group/p/g"),
        Row.of(
            ListAttachedGroupPoliciesRequest.builder().groupName("g").build(),
            "iam:ListAttachedGroupPolicies A:group/p/g"));
  }

  private static List<Row> roles() {
    return List.of(
        Row.of(
            CreateRoleRequest.builder()
                .roleName("N")
                .path("/p/")
                .assumeRolePolicyDocument(Documents.EC2_TRUST)
                .build(),
            "iam:CreateRole A:role/p/N"),
        Row.of(
            CreateRoleRequest.builder()
                .roleName("N")
                .assumeRolePolicyDocument(Documents.EC2_TRUST)
                .permissionsBoundary(B)
                .tags(TAG)
                .build(),
            "iam:CreateRole A:role/N aws:requesttag/team=x aws:tagkeys=[team] iam:permissionsboundary=A:policy/B",
            "iam:TagRole A:role/N aws:requesttag/team=x aws:tagkeys=[team]"),
        Row.of(
            GetRoleRequest.builder().roleName("r").build(),
            "iam:GetRole A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B"),
        Row.of(
            DeleteRoleRequest.builder().roleName("r").build(),
            "iam:DeleteRole A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B"),
        Row.of(
            UpdateRoleRequest.builder().roleName("r").build(),
            "iam:UpdateRole A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B"),
        Row.of(
            UpdateRoleDescriptionRequest.builder().roleName("r").description("").build(),
            "iam:UpdateRoleDescription A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B"),
        Row.of(
            UpdateAssumeRolePolicyRequest.builder()
                .roleName("r")
                .policyDocument(Documents.EC2_TRUST)
                .build(),
            "iam:UpdateAssumeRolePolicy A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:permissionsboundary=A:policy/B"),
        Row.of(GetRoleRequest.builder().roleName("nobody").build(), "iam:GetRole A:role/nobody"),
        Row.of(ListRolesRequest.builder().pathPrefix("/p/").build(), "iam:ListRoles A:role/p/"));
  }

  private static List<Row> profiles() {
    return List.of(
        Row.of(
            ListInstanceProfilesForRoleRequest.builder().roleName("r").build(),
            "iam:ListInstanceProfilesForRole A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x"),
        Row.of(
            CreateInstanceProfileRequest.builder().instanceProfileName("N").tags(TAG).build(),
            "iam:CreateInstanceProfile A:instance-profile/N aws:requesttag/team=x aws:tagkeys=[team]",
            "iam:TagInstanceProfile A:instance-profile/N aws:requesttag/team=x aws:tagkeys=[team]"),
        Row.of(
            GetInstanceProfileRequest.builder().instanceProfileName("i").build(),
            "iam:GetInstanceProfile A:instance-profile/p/i aws:resourcetag/team=x"),
        Row.of(
            DeleteInstanceProfileRequest.builder().instanceProfileName("i").build(),
            "iam:DeleteInstanceProfile A:instance-profile/p/i aws:resourcetag/team=x"),
        Row.of(
            ListInstanceProfilesRequest.builder().build(),
            "iam:ListInstanceProfiles A:instance-profile/"),
        Row.of(
            AddRoleToInstanceProfileRequest.builder()
                .instanceProfileName("i")
                .roleName("r")
                .build(),
            "iam:AddRoleToInstanceProfile A:instance-profile/p/i aws:resourcetag/team=x",
            "iam:PassRole A:role/p/r aws:resourcetag/team=x iam:resourcetag/team=x iam:passedtoservice=ec2.amazonaws.com"),
        Row.of(
            RemoveRoleFromInstanceProfileRequest.builder()
                .instanceProfileName("i")
                .roleName("r")
                .build(),
            "iam:RemoveRoleFromInstanceProfile A:instance-profile/p/i aws:resourcetag/team=x"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void Abuse_051_everyOperationRequiresItsOwnActionOnItsOwnResource(Row row) {
    assertEquals(
        row.requires(), iam.requires(row.input()).stream().map(PermissionsTest::text).toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void Abuse_051_allIsAcceptedAndAllButOneIsRefused(Row row) {
    List<AccessRequest> required = iam.requires(row.input());
    assertTrue(Rights.exactly(required).allow(required));
    for (AccessRequest one : required) {
      List<AccessRequest> others = new ArrayList<>(required);
      others.remove(one);
      assertFalse(Rights.exactly(others).allow(required));
      assertFalse(Rights.everythingBut(one).allow(required));
    }
  }

  @Test
  void everyOperationHasARow() {
    AttachablePolicies policies = new AttachablePolicies(ManagedPolicies.load());
    Set<Class<?>> missing =
        Stream.of(
                PolicyOperations.list(policies),
                RoleOperations.list(policies),
                ProfileOperations.list())
            .flatMap(List::stream)
            .map(Operation::input)
            .collect(Collectors.toCollection(HashSet::new));
    rows().forEach(row -> missing.remove(row.input().getClass()));
    assertEquals(Set.of(), missing);
  }

  private static String text(AccessRequest request) {
    StringBuilder text = new StringBuilder(request.action() + ' ' + request.resource());
    for (Map.Entry<String, RequestContext.Value> key : request.context().all().entrySet()) {
      text.append(' ').append(key.getKey()).append('=');
      text.append(
          switch (key.getValue()) {
            case RequestContext.Value.Single single -> single.value();
            case RequestContext.Value.Multi multi -> multi.all().toString();
          });
    }
    return inOrder(text.toString());
  }

  /// The action, the resource, then the condition keys by name: a context has no order.
  private static String inOrder(String requirement) {
    String[] words = requirement.split(" ");
    Arrays.sort(words, 2, words.length);
    return String.join(" ", words);
  }
}
