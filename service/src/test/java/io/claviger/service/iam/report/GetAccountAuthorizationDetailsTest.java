package io.claviger.service.iam.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Activity;
import io.claviger.service.InMemoryIam;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UserDetail;

class GetAccountAuthorizationDetailsTest {

  private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  private static final String OWN = "arn:aws:iam::111122223333:policy/p/Own";
  private static final String DOCUMENT =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
  private static final String ENCODED =
      "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Effect%22%3A%22Deny%22%2C%22Action%22%3A%22s3%3A%2A%22%2C%22Resource%22%3A%22%2A%22%7D%7D";
  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}";
  private static final Tag TAG = Tag.builder().key("team").value("x").build();

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void aBareAndAFullOneOfEach() {
    iam.call(
        CreatePolicyRequest.builder()
            .policyName("Own")
            .path("/p/")
            .description("ours")
            .policyDocument(DOCUMENT)
            .build());
    iam.call(CreatePolicyRequest.builder().policyName("Loose").policyDocument(DOCUMENT).build());
    users();
    roles();
  }

  private void users() {
    iam.call(CreateGroupRequest.builder().groupName("Devs").path("/g/").build());
    iam.call(AttachGroupPolicyRequest.builder().groupName("Devs").policyArn(OWN).build());
    iam.call(CreateUserRequest.builder().userName("bare").build());
    iam.call(
        CreateUserRequest.builder()
            .userName("Full")
            .path("/u/")
            .permissionsBoundary(OWN)
            .tags(TAG)
            .build());
    iam.call(AddUserToGroupRequest.builder().userName("Full").groupName("Devs").build());
    iam.call(AttachUserPolicyRequest.builder().userName("Full").policyArn(READ_ONLY).build());
    iam.call(
        PutUserPolicyRequest.builder()
            .userName("Full")
            .policyName("in")
            .policyDocument(DOCUMENT)
            .build());
  }

  private void roles() {
    iam.call(CreateRoleRequest.builder().roleName("bare").assumeRolePolicyDocument(TRUST).build());
    iam.call(
        CreateRoleRequest.builder()
            .roleName("Full")
            .path("/r/")
            .description("ours")
            .assumeRolePolicyDocument(TRUST)
            .permissionsBoundary(OWN)
            .tags(TAG)
            .build());
    iam.call(
        PutRolePolicyRequest.builder()
            .roleName("Full")
            .policyName("in")
            .policyDocument(DOCUMENT)
            .build());
    iam.call(CreateInstanceProfileRequest.builder().instanceProfileName("host").tags(TAG).build());
    iam.call(
        AddRoleToInstanceProfileRequest.builder()
            .instanceProfileName("host")
            .roleName("Full")
            .build());
  }

  private GetAccountAuthorizationDetailsResponse details(EntityType... filter) {
    return page(null, null, filter);
  }

  private GetAccountAuthorizationDetailsResponse page(
      @Nullable Integer size, @Nullable String marker, EntityType... filter) {
    return iam.call(request(size, marker, filter), GetAccountAuthorizationDetailsResponse.class);
  }

  private static GetAccountAuthorizationDetailsRequest request(
      @Nullable Integer size, @Nullable String marker, EntityType... filter) {
    return GetAccountAuthorizationDetailsRequest.builder()
        .maxItems(size)
        .marker(marker)
        .filter(filter)
        .build();
  }

  @Test
  void userIsShownWithItsOwnPoliciesGroupsBoundaryAndTags() {
    UserDetail full = details().userDetailList().getLast();
    assertEquals("/u/", full.path());
    assertEquals("Full", full.userName());
    assertEquals("arn:aws:iam::111122223333:user/u/Full", full.arn());
    assertTrue(full.userId().startsWith("AIDA"));
    assertEquals(InMemoryIam.START, full.createDate());
    assertEquals(List.of("Devs"), full.groupList());
    assertEquals(List.of(attached("ReadOnlyAccess", READ_ONLY)), full.attachedManagedPolicies());
    assertEquals(List.of(inline()), full.userPolicyList());
    assertEquals(OWN, full.permissionsBoundary().permissionsBoundaryArn());
    assertEquals(List.of(TAG), full.tags());
  }

  private static PolicyDetail inline() {
    return PolicyDetail.builder().policyName("in").policyDocument(ENCODED).build();
  }

  private static AttachedPolicy attached(String name, String arn) {
    return AttachedPolicy.builder().policyName(name).policyArn(arn).build();
  }

  @Test
  void bareUserLeavesOutItsInlinePoliciesAndShowsTheOtherListsEmpty() {
    UserDetail bare = details().userDetailList().getFirst();
    assertEquals("bare", bare.userName());
    assertFalse(bare.hasUserPolicyList());
    assertTrue(bare.hasGroupList() && bare.hasAttachedManagedPolicies() && bare.hasTags());
    assertNull(bare.permissionsBoundary());
  }

  @Test
  void roleIsShownWithItsTrustPoliciesProfilesAndLastUse() {
    RoleDetail full = details().roleDetailList().getLast();
    assertEquals("arn:aws:iam::111122223333:role/r/Full", full.arn());
    assertTrue(full.assumeRolePolicyDocument().startsWith("%7B%22Version%22%3A"));
    assertEquals(List.of(inline()), full.rolePolicyList());
    assertEquals(OWN, full.permissionsBoundary().permissionsBoundaryArn());
    assertEquals(List.of(TAG), full.tags());
    assertEquals("host", full.instanceProfileList().getFirst().instanceProfileName());
    assertFalse(full.instanceProfileList().getFirst().hasTags());
    assertEquals("Full", full.instanceProfileList().getFirst().roles().getFirst().roleName());
    assertNull(full.roleLastUsed().lastUsedDate());
    iam.activity()
        .record(
            InMemoryIam.ACCOUNT,
            Activity.Kind.ROLE,
            full.roleId(),
            new Activity.Use(InMemoryIam.START, "iam", "eu-west-1"));
    assertEquals("eu-west-1", details().roleDetailList().getLast().roleLastUsed().region());
  }

  @Test
  void bareRoleAndGroupShowEveryListEmpty() {
    RoleDetail role = details().roleDetailList().getFirst();
    assertEquals("bare", role.roleName());
    assertTrue(role.hasRolePolicyList() && role.hasInstanceProfileList() && role.hasTags());
    assertTrue(role.hasAttachedManagedPolicies());
    GroupDetail group = details().groupDetailList().getFirst();
    assertEquals("arn:aws:iam::111122223333:group/g/Devs", group.arn());
    assertTrue(group.hasGroupPolicyList());
    assertEquals(List.of(attached("Own", OWN)), group.attachedManagedPolicies());
  }

  @Test
  void ownPoliciesAreShownUsedOrNotWithAllTheirVersions() {
    iam.call(CreatePolicyVersionRequest.builder().policyArn(OWN).policyDocument(DOCUMENT).build());
    List<ManagedPolicyDetail> own = details(EntityType.LOCAL_MANAGED_POLICY).policies();
    assertEquals(
        List.of("Loose", "Own"), own.stream().map(ManagedPolicyDetail::policyName).toList());
    ManagedPolicyDetail used = own.getLast();
    assertEquals(OWN, used.arn());
    assertEquals(1, used.attachmentCount());
    assertEquals(2, used.permissionsBoundaryUsageCount());
    assertEquals("v1", used.defaultVersionId());
    assertNull(used.description());
    assertTrue(used.isAttachable());
    assertEquals(
        List.of("v2", "v1"),
        used.policyVersionList().stream().map(PolicyVersion::versionId).toList());
    assertEquals(ENCODED, used.policyVersionList().getFirst().document());
    assertFalse(used.policyVersionList().getFirst().isDefaultVersion());
  }

  @Test
  void policiesOfAwsAreShownWhereSomebodyUsesThem() {
    List<ManagedPolicyDetail> ofAws = details(EntityType.AWS_MANAGED_POLICY).policies();
    assertEquals(List.of(READ_ONLY), ofAws.stream().map(ManagedPolicyDetail::arn).toList());
    List<PolicyVersion> versions = ofAws.getFirst().policyVersionList();
    assertTrue(versions.size() > 10);
    assertTrue(versions.stream().allMatch(version -> version.document().startsWith("%7B")));
    assertEquals(
        List.of(true, false),
        versions.stream().limit(2).map(PolicyVersion::isDefaultVersion).toList());
  }

  @Test
  void filterLeavesTheListsOfOtherTypesEmpty() {
    GetAccountAuthorizationDetailsResponse groups = details(EntityType.GROUP);
    assertEquals(1, groups.groupDetailList().size());
    assertTrue(groups.hasUserDetailList() && groups.hasRoleDetailList() && groups.hasPolicies());
    assertEquals(
        0,
        groups.userDetailList().size() + groups.roleDetailList().size() + groups.policies().size());
    GetAccountAuthorizationDetailsResponse two = details(EntityType.ROLE, EntityType.USER);
    assertEquals(2, two.userDetailList().size());
    assertEquals(2, two.roleDetailList().size());
  }

  @Test
  void pagesGoThroughUsersRolesGroupsOwnPoliciesAndThoseOfAws() {
    List<String> seen = new ArrayList<>();
    String marker = null;
    do {
      GetAccountAuthorizationDetailsResponse page = page(1, marker);
      names(page).forEach(seen::add);
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    assertEquals(
        List.of("bare", "Full", "bare", "Full", "Devs", "Loose", "Own", "ReadOnlyAccess"), seen);
  }

  @Test
  void pageOfLongPoliciesHasFewerThanAskedFor() {
    for (String name : List.of("SecurityAudit", "job-function/ViewOnlyAccess", "PowerUserAccess")) {
      String arn = "arn:aws:iam::aws:policy/" + name;
      iam.call(AttachUserPolicyRequest.builder().userName("bare").policyArn(arn).build());
    }
    List<String> seen = new ArrayList<>();
    String marker = null;
    do {
      GetAccountAuthorizationDetailsResponse page =
          page(1_000, marker, EntityType.AWS_MANAGED_POLICY);
      long characters =
          page.policies().stream()
              .flatMap(policy -> policy.policyVersionList().stream())
              .mapToLong(
                  version -> URLDecoder.decode(version.document(), StandardCharsets.UTF_8).length())
              .sum();
      assertTrue(page.policies().size() == 1 || characters <= 1 << 19);
      names(page).forEach(seen::add);
      marker = page.marker();
    } while (marker != null);
    assertEquals(
        List.of("PowerUserAccess", "ReadOnlyAccess", "SecurityAudit", "ViewOnlyAccess"), seen);
  }

  private static Stream<String> names(GetAccountAuthorizationDetailsResponse page) {
    return Stream.of(
            page.userDetailList().stream().map(UserDetail::userName),
            page.roleDetailList().stream().map(RoleDetail::roleName),
            page.groupDetailList().stream().map(GroupDetail::groupName),
            page.policies().stream().map(ManagedPolicyDetail::policyName))
        .flatMap(names -> names);
  }

  @Test
  void markerGoesOnWithTheSameFilterAndAnyPageSize() {
    String all = page(1, null).marker();
    EntityType[] every = EntityType.knownValues().toArray(EntityType[]::new);
    GetAccountAuthorizationDetailsResponse next = page(null, all, every);
    assertEquals(6, names(next).count());
    assertEquals(List.of("ReadOnlyAccess"), names(page(null, next.marker(), every)).toList());
    String ofUsers = page(1, null, EntityType.USER).marker();
    assertEquals("Marker and Filter do not match", iam.error(request(1, ofUsers)).message());
    assertEquals(
        "Marker and Filter do not match", iam.error(request(1, all, EntityType.USER)).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "U", "U/USERS", "U/NOTHING/x", "R/USERS/x"})
  void madeUpMarkerIsRefused(String key) {
    String marker =
        Base64.getEncoder().encodeToString(("1:" + key).getBytes(StandardCharsets.UTF_8));
    assertEquals("ValidationError", iam.error(request(1, marker, EntityType.USER)).code());
    assertEquals(
        "Marker and Filter do not match",
        iam.error(request(1, "anything", EntityType.USER)).message());
  }
}
