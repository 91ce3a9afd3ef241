package io.claviger.service.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AccessKey;
import io.claviger.account.Change;
import io.claviger.account.Group;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.MfaDevice;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.reference.Action;
import io.claviger.reference.ServiceReference;
import io.claviger.service.InMemoryIam;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

/// What each operation on users, groups, credentials, settings and MFA devices requires, row by
/// row: the action, the resource without its `arn:aws:iam::111122223333:`, and the condition keys.
///
/// The account has the user `/x/bob` with the tag `Team=a`, the group `/x/Devs` and the device
/// `/x/phone` with the tag `Kind=app`. `I` is a call by bob that names nobody.
///
/// Source: Service Authorization Reference, IAM; for lists and renames the operations' own pages.
class AuthorizationTest {

  private static final String PREFIX = "arn:aws:iam::111122223333:";
  private static final String BOB = "user/x/bob";
  private static final String BOBS_TAGS = " aws:resourcetag/team=a iam:resourcetag/team=a";
  private static final String ON_BOB = BOB + BOBS_TAGS;
  private static final String SERIAL = PREFIX + "mfa/x/phone";
  private static final String PHONE = "mfa/x/phone aws:resourcetag/kind=app";
  private static final String KEY = "AKIA0000000000000001";

  private final InMemoryIam iam = new InMemoryIam();

  AuthorizationTest() {
    var now = InMemoryIam.START;
    Tags team = new Tags(List.of(new Tags.Tag("Team", "a")));
    Tags app = new Tags(List.of(new Tags.Tag("Kind", "app")));
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            User.create("AIDA1", "/x/", "bob", now, team, null),
            new Group("AGPA1", "/x/", "Devs", now, IdentityPolicies.NONE),
            new MfaDevice("/x/", "phone", now, app, null, null),
            new AccessKey(KEY, "AIDA1", true, now)));
  }

  /// One row. `byBob` says who calls: bob, or root.
  record Row(AwsRequest request, boolean byBob, List<String> expected) {

    static Row of(AwsRequest.Builder request, String... expected) {
      return new Row(request.build(), false, List.of(expected));
    }

    /// A call by bob that names nobody.
    static Row self(AwsRequest.Builder request, String... expected) {
      return new Row(request.build(), true, List.of(expected));
    }

    @Override
    public String toString() {
      return request.getClass().getSimpleName() + " " + expected;
    }
  }

  private static List<Tag> tag() {
    return List.of(Tag.builder().key("Cost").value("7").build());
  }

  static Stream<Row> users() {
    return Stream.of(
        Row.of(CreateUserRequest.builder().userName("eve"), "CreateUser user/eve"),
        Row.of(CreateUserRequest.builder().path("/y/").userName("eve"), "CreateUser user/y/eve"),
        Row.of(
            CreateUserRequest.builder()
                .userName("eve")
                .tags(tag())
                .permissionsBoundary(PREFIX + "policy/Limit"),
            "CreateUser user/eve aws:requesttag/cost=7 aws:tagkeys=[Cost]"
                + " iam:permissionsboundary="
                + PREFIX
                + "policy/Limit",
            "TagUser user/eve aws:requesttag/cost=7 aws:tagkeys=[Cost]"),
        Row.of(GetUserRequest.builder().userName("bob"), "GetUser " + ON_BOB),
        Row.of(GetUserRequest.builder().userName("BOB"), "GetUser " + ON_BOB),
        Row.of(GetUserRequest.builder().userName("none"), "GetUser user/none"),
        Row.self(GetUserRequest.builder(), "GetUser " + ON_BOB),
        Row.of(GetUserRequest.builder(), "GetUser root"),
        Row.of(ListUsersRequest.builder(), "ListUsers user/"),
        Row.of(ListUsersRequest.builder().pathPrefix("/x/"), "ListUsers user/x/"),
        Row.of(UpdateUserRequest.builder().userName("bob"), "UpdateUser " + ON_BOB),
        Row.of(DeleteUserRequest.builder().userName("bob"), "DeleteUser " + ON_BOB));
  }

  /// Abuse case 52: a rename or a move is checked as a creation there would be, in every part.
  static Stream<Row> renames() {
    return Stream.of(
        Row.of(
            UpdateUserRequest.builder().userName("bob").newUserName("rob"),
            "UpdateUser " + ON_BOB,
            "UpdateUser user/x/rob" + BOBS_TAGS),
        Row.of(
            UpdateUserRequest.builder().userName("bob").newPath("/admins/"),
            "UpdateUser " + ON_BOB,
            "UpdateUser user/admins/bob" + BOBS_TAGS),
        Row.of(
            UpdateUserRequest.builder().userName("none").newUserName("rob"),
            "UpdateUser user/none",
            "UpdateUser user/rob"),
        Row.of(
            UpdateGroupRequest.builder().groupName("Devs").newGroupName("Ops").newPath("/y/"),
            "UpdateGroup group/x/Devs",
            "UpdateGroup group/y/Ops"));
  }

  static Stream<Row> groups() {
    return Stream.of(
        Row.of(CreateGroupRequest.builder().groupName("Ops"), "CreateGroup group/Ops"),
        Row.of(GetGroupRequest.builder().groupName("Devs"), "GetGroup group/x/Devs"),
        Row.of(ListGroupsRequest.builder(), "ListGroups group/"),
        Row.of(ListGroupsRequest.builder().pathPrefix("/x"), "ListGroups group/x"),
        Row.of(DeleteGroupRequest.builder().groupName("none"), "DeleteGroup group/none"),
        Row.of(
            AddUserToGroupRequest.builder().userName("bob").groupName("Devs"),
            "AddUserToGroup group/x/Devs"),
        Row.of(
            RemoveUserFromGroupRequest.builder().userName("bob").groupName("Devs"),
            "RemoveUserFromGroup group/x/Devs"),
        Row.of(ListGroupsForUserRequest.builder().userName("bob"), "ListGroupsForUser " + ON_BOB));
  }

  /// Abuse case 50: credentials are authorized on the user they are for.
  static Stream<Row> credentials() {
    return Stream.of(
        Row.of(CreateAccessKeyRequest.builder().userName("bob"), "CreateAccessKey " + ON_BOB),
        Row.self(CreateAccessKeyRequest.builder(), "CreateAccessKey " + ON_BOB),
        Row.of(CreateAccessKeyRequest.builder(), "CreateAccessKey root"),
        Row.self(CreateAccessKeyRequest.builder().userName("eve"), "CreateAccessKey user/eve"),
        Row.of(ListAccessKeysRequest.builder().userName("bob"), "ListAccessKeys " + ON_BOB),
        Row.self(ListAccessKeysRequest.builder(), "ListAccessKeys " + ON_BOB),
        Row.self(
            UpdateAccessKeyRequest.builder().accessKeyId(KEY).status("Active"),
            "UpdateAccessKey " + ON_BOB),
        Row.self(
            UpdateAccessKeyRequest.builder().userName("eve").accessKeyId(KEY).status("Active"),
            "UpdateAccessKey user/eve"),
        Row.of(
            DeleteAccessKeyRequest.builder().userName("bob").accessKeyId(KEY),
            "DeleteAccessKey " + ON_BOB),
        Row.of(
            GetAccessKeyLastUsedRequest.builder().accessKeyId(KEY),
            "GetAccessKeyLastUsed " + ON_BOB),
        Row.of(
            GetAccessKeyLastUsedRequest.builder().accessKeyId("AKIANONE"),
            "GetAccessKeyLastUsed *"),
        Row.self(
            CreateLoginProfileRequest.builder().userName("eve").password("p"),
            "CreateLoginProfile user/eve"),
        Row.of(GetLoginProfileRequest.builder().userName("bob"), "GetLoginProfile " + ON_BOB),
        Row.of(
            UpdateLoginProfileRequest.builder().userName("bob").password("p"),
            "UpdateLoginProfile " + ON_BOB),
        Row.of(DeleteLoginProfileRequest.builder().userName("bob"), "DeleteLoginProfile " + ON_BOB),
        Row.self(
            ChangePasswordRequest.builder().oldPassword("o").newPassword("n"),
            "ChangePassword " + ON_BOB));
  }

  static Stream<Row> settings() {
    return Stream.of(
        Row.of(CreateAccountAliasRequest.builder().accountAlias("acme"), "CreateAccountAlias *"),
        Row.of(DeleteAccountAliasRequest.builder().accountAlias("acme"), "DeleteAccountAlias *"),
        Row.of(ListAccountAliasesRequest.builder(), "ListAccountAliases *"),
        Row.of(GetAccountPasswordPolicyRequest.builder(), "GetAccountPasswordPolicy *"),
        Row.of(UpdateAccountPasswordPolicyRequest.builder(), "UpdateAccountPasswordPolicy *"),
        Row.of(DeleteAccountPasswordPolicyRequest.builder(), "DeleteAccountPasswordPolicy *"),
        Row.of(GetAccountSummaryRequest.builder(), "GetAccountSummary *"));
  }

  static Stream<Row> mfaDevices() {
    return Stream.of(
        Row.of(
            CreateVirtualMfaDeviceRequest.builder().virtualMFADeviceName("m").tags(tag()),
            "CreateVirtualMFADevice mfa/m aws:requesttag/cost=7 aws:tagkeys=[Cost]",
            "TagMFADevice mfa/m aws:requesttag/cost=7 aws:tagkeys=[Cost]"),
        Row.of(
            DeleteVirtualMfaDeviceRequest.builder().serialNumber(SERIAL),
            "DeleteVirtualMFADevice " + PHONE),
        Row.of(ListVirtualMfaDevicesRequest.builder(), "ListVirtualMFADevices mfa/"),
        Row.of(
            EnableMfaDeviceRequest.builder()
                .userName("bob")
                .serialNumber(SERIAL)
                .authenticationCode1("000000")
                .authenticationCode2("000000"),
            "EnableMFADevice " + ON_BOB),
        Row.of(
            ResyncMfaDeviceRequest.builder()
                .userName("bob")
                .serialNumber(SERIAL)
                .authenticationCode1("000000")
                .authenticationCode2("000000"),
            "ResyncMFADevice " + ON_BOB),
        Row.self(
            DeactivateMfaDeviceRequest.builder().serialNumber(SERIAL),
            "DeactivateMFADevice " + ON_BOB),
        Row.self(
            DeactivateMfaDeviceRequest.builder().userName("eve").serialNumber(SERIAL),
            "DeactivateMFADevice user/eve"),
        Row.self(ListMfaDevicesRequest.builder(), "ListMFADevices " + ON_BOB),
        Row.of(
            GetMfaDeviceRequest.builder().userName("bob").serialNumber(SERIAL),
            "GetMFADevice " + ON_BOB));
  }

  static Stream<Row> all() {
    return Stream.of(users(), renames(), groups(), credentials(), settings(), mfaDevices())
        .flatMap(rows -> rows);
  }

  private List<AccessRequest> requires(Row row) {
    return (row.byBob() ? iam.asUser("bob") : iam).requires(row.request());
  }

  private static String text(AccessRequest request) {
    assertEquals(InMemoryIam.ACCOUNT, request.resourceAccount());
    String keys =
        new TreeMap<>(request.context().all())
            .entrySet().stream()
                .map(key ->
                    " "
                        + key.getKey()
                        + "="
                        + (key.getKey().equals("aws:tagkeys")
                            ? key.getValue().all()
                            : key.getValue().all().getFirst()))
                .collect(Collectors.joining());
    return request.action().replace("iam:", "")
        + " "
        + request.resource().replace(PREFIX, "")
        + keys;
  }

  @ParameterizedTest
  @MethodSource("all")
  void operationRequiresThis(Row row) {
    assertEquals(row.expected(), requires(row).stream().map(AuthorizationTest::text).toList());
  }

  @ParameterizedTest
  @MethodSource("renames")
  void Abuse_052_renamesAndMovesAreCheckedAtTheirTargetToo(Row row) {
    assertEquals(2, requires(row).size());
  }

  /// Abuse case 50: whoever may manage credentials of some users gets no further, since it is the
  /// target that is authorized and not the caller.
  @Test
  void Abuse_050_credentialsAreAuthorizedOnTheirTarget() {
    credentials()
        .filter(row -> row.byBob() && row.expected().getFirst().endsWith("user/eve"))
        .map(this::requires)
        .forEach(required -> assertEquals(PREFIX + "user/eve", required.getFirst().resource()));
  }

  /// Every action is one that AWS publishes, on a resource of a type that it publishes for it.
  @ParameterizedTest
  @MethodSource("all")
  void actionAndResourceTypeAreThoseThatAwsPublishes(Row row) {
    var iamReference = ServiceReference.load().service("iam").orElseThrow();
    for (AccessRequest required : requires(row)) {
      Action action = iamReference.action(required.action().replace("iam:", "")).orElseThrow();
      List<String> types = action.resources().stream().map(Action.Resource::type).toList();
      String type = type(required.resource());
      boolean isKnown =
          types.contains(type)
              // Root is no user, and an unknown key is nobody's; lists have no type in the
              // reference but a path in AWS's denials.
              || Arrays.asList("root", "*").contains(type)
              || (types.isEmpty() && action.name().startsWith("List"));
      assertTrue(isKnown, () -> required + " against " + types);
    }
  }

  private static String type(String resource) {
    return Arn.find(resource).map(arn -> arn.resource().split("/", 2)[0]).orElse(resource);
  }

  /// Abuse case 53: what a request does not say comes from the server, never from the caller; a
  /// parameter that is no member of the request is refused before it gets here.
  @Test
  void Abuse_053_newUserHasNothingButWhatItsRequestCanSay() {
    iam.call(CreateUserRequest.builder().userName("eve").path("/x/").build());
    User eve = iam.account().users().named("eve").orElseThrow();
    assertEquals(User.create(eve.id(), "/x/", "eve", iam.now(), Tags.NONE, null), eve);
    assertEquals(List.of(), iam.account().accessKeysOf(eve.id()));
    assertTrue(iam.account().loginProfile(eve.id()).isEmpty());
  }
}
