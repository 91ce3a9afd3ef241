package io.claviger.service.iam.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AccessKey;
import io.claviger.account.Activity;
import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.LoginProfile;
import io.claviger.account.MfaDevice;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.Arn;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

class UsersTest {

  private static final String A = "arn:aws:iam::111122223333:";

  private final InMemoryIam iam = new InMemoryIam();

  private software.amazon.awssdk.services.iam.model.User create(String path, String name) {
    return iam.call(
            CreateUserRequest.builder().path(path).userName(name).build(), CreateUserResponse.class)
        .user();
  }

  private software.amazon.awssdk.services.iam.model.User get(String name) {
    return iam.call(GetUserRequest.builder().userName(name).build(), GetUserResponse.class).user();
  }

  private User stored(String name) {
    return iam.account().users().named(name).orElseThrow();
  }

  @Test
  void newUserHasAnIdAnArnWithItsPathAndTheTimeOfTheCall() {
    var user = create("/a/b/", "Bob");
    assertEquals("Bob", user.userName());
    assertEquals("/a/b/", user.path());
    assertEquals(A + "user/a/b/Bob", user.arn());
    assertEquals(InMemoryIam.START, user.createDate());
    assertTrue(user.userId().matches("AIDA[A-Z2-7]{17}"), user.userId());
    assertFalse(user.hasTags());
    assertNull(user.permissionsBoundary());
    assertEquals(user, get("Bob"));
  }

  @Test
  void pathIsARootSlashUnlessGiven() {
    CreateUserResponse response =
        iam.call(CreateUserRequest.builder().userName("bob").build(), CreateUserResponse.class);
    assertEquals(A + "user/bob", response.user().arn());
  }

  @Test
  void tagsAndBoundaryAreShownByGetUserAndNotByListUsers() {
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            CustomerPolicy.create("ANPA1", "/", "Limit", InMemoryIam.START, Tags.NONE, "", "{}")));
    iam.call(
        CreateUserRequest.builder()
            .userName("bob")
            .tags(Tag.builder().key("k").value("v").build())
            .permissionsBoundary(A + "policy/Limit")
            .build());
    var shown = get("bob");
    assertEquals("v", shown.tags().getFirst().value());
    assertEquals(A + "policy/Limit", shown.permissionsBoundary().permissionsBoundaryArn());
    assertEquals("Policy", shown.permissionsBoundary().permissionsBoundaryTypeAsString());
    var listed =
        iam.call(ListUsersRequest.builder().build(), ListUsersResponse.class).users().getFirst();
    assertFalse(listed.hasTags());
    assertNull(listed.permissionsBoundary());
  }

  @Test
  void nameIsTakenWhateverItsCase() {
    create("/", "bob");
    ServiceError error = iam.error(CreateUserRequest.builder().userName("BOB").build());
    assertEquals("EntityAlreadyExists", error.code());
    assertEquals("User with name BOB already exists.", error.message());
  }

  @Test
  void boundaryThatIsNotThereIsRefused() {
    ServiceError error =
        iam.error(
            CreateUserRequest.builder()
                .userName("bob")
                .permissionsBoundary(A + "policy/None")
                .build());
    assertEquals("NoSuchEntity", error.code());
  }

  @Test
  void quotaOfUsersHolds() {
    InMemoryIam small = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.USERS, 1));
    small.call(CreateUserRequest.builder().userName("one").build());
    ServiceError error = small.error(CreateUserRequest.builder().userName("two").build());
    assertEquals("LimitExceeded", error.code());
    assertEquals("Cannot exceed quota for UsersPerAccount: 1", error.message());
  }

  @Test
  void hundredThousandUsersFitWhenTheQuotaIsRaised() {
    InMemoryIam large = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.USERS, 100_001));
    User[] users =
        IntStream.range(0, 100_000)
            .mapToObj(
                i -> User.create("AIDA" + i, "/", "user" + i, InMemoryIam.START, Tags.NONE, null))
            .toArray(User[]::new);
    large.change(InMemoryIam.ACCOUNT, Change.put(users));
    large.call(CreateUserRequest.builder().userName("zoe").build());
    ListUsersResponse page =
        large.call(ListUsersRequest.builder().build(), ListUsersResponse.class);
    assertEquals(100, page.users().size());
    assertTrue(page.isTruncated());
    assertEquals(
        "Cannot exceed quota for UsersPerAccount: 100001",
        large.error(CreateUserRequest.builder().userName("one-too-many").build()).message());
  }

  @Test
  void withoutANameGetUserShowsTheCaller() {
    create("/", "bob");
    var me = iam.asUser("bob").call(GetUserRequest.builder().build(), GetUserResponse.class).user();
    assertEquals("bob", me.userName());
    var root = iam.call(GetUserRequest.builder().build(), GetUserResponse.class).user();
    assertEquals("111122223333", root.userId());
    assertEquals(A + "root", root.arn());
    assertEquals(InMemoryIam.START, root.createDate());
    ServiceError error = iam.asRoleSession().error(GetUserRequest.builder().build());
    assertEquals("ValidationError", error.code());
    assertEquals("Must specify userName when calling with non-User credentials", error.message());
  }

  @Test
  void lastUseOfThePasswordIsShown() {
    create("/", "bob");
    var at = iam.now().plus(Duration.ofHours(1));
    iam.activity()
        .record(
            InMemoryIam.ACCOUNT,
            Activity.Kind.PASSWORD,
            stored("bob").id(),
            new Activity.Use(at, "", ""));
    assertEquals(at, get("bob").passwordLastUsed());
    assertEquals(
        at,
        iam.call(ListUsersRequest.builder().build(), ListUsersResponse.class)
            .users()
            .getFirst()
            .passwordLastUsed());
  }

  @Test
  void usersAreListedByNameUnderAPathPrefixAndInPages() {
    List.of("d", "B", "a", "c").forEach(name -> create("/team/", name));
    create("/other/", "e");
    List<String> names = new ArrayList<>();
    String marker = null;
    do {
      ListUsersResponse page =
          iam.call(
              ListUsersRequest.builder().pathPrefix("/tea").maxItems(3).marker(marker).build(),
              ListUsersResponse.class);
      page.users().forEach(user -> names.add(user.userName()));
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    assertEquals(List.of("a", "B", "c", "d"), names);
  }

  @Test
  void renamedUserKeepsItsIdAndWhatItHas() {
    var bob = create("/", "bob");
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(new AccessKey("AKIA1", bob.userId(), true, InMemoryIam.START)));
    iam.call(UpdateUserRequest.builder().userName("bob").newUserName("rob").newPath("/x/").build());
    var rob = get("rob");
    assertEquals(bob.userId(), rob.userId());
    assertEquals(A + "user/x/rob", rob.arn());
    assertEquals(1, iam.account().accessKeysOf(rob.userId()).size());
    assertEquals(
        "NoSuchEntity", iam.error(GetUserRequest.builder().userName("bob").build()).code());
  }

  @Test
  void userMayChangeTheCaseOfItsNameButNotTakeAnothers() {
    create("/", "bob");
    create("/", "eve");
    iam.call(UpdateUserRequest.builder().userName("bob").newUserName("BOB").build());
    assertEquals("BOB", get("bob").userName());
    ServiceError error =
        iam.error(UpdateUserRequest.builder().userName("bob").newUserName("EVE").build());
    assertEquals("EntityAlreadyExists", error.code());
  }

  static Stream<Arguments> conflicts() {
    return Stream.of(
        conflict(
            "must delete login profile first.",
            bob ->
                Change.put(
                    new LoginProfile(bob.id(), InMemoryIam.START, false, InMemoryIam.START))),
        conflict(
            "must delete access keys first.",
            bob -> Change.put(new AccessKey("AKIA1", bob.id(), false, InMemoryIam.START))),
        conflict(
            "must delete MFA device first.",
            bob ->
                Change.put(
                    new MfaDevice("/", "m", InMemoryIam.START, Tags.NONE, null, null)
                        .enabledFor(bob.id(), InMemoryIam.START))),
        conflict(
            "must remove users from group first.",
            bob -> Change.put(bob.withGroups(List.of("AGPA1")))),
        conflict(
            "must detach all policies first.",
            bob ->
                Change.put(
                    bob.withPolicies(
                        bob.policies().attach(Arn.parse("arn:aws:iam::aws:policy/X"))))),
        conflict(
            "must delete policies first.",
            bob -> Change.put(bob.withPolicies(bob.policies().putInline("p", "{}")))));
  }

  private static Arguments conflict(String text, Function<User, Change> change) {
    return Arguments.of(text, change);
  }

  @ParameterizedTest
  @MethodSource("conflicts")
  void userThatStillHasSomethingIsNotDeleted(String text, Function<User, Change> change) {
    create("/", "bob");
    iam.change(InMemoryIam.ACCOUNT, change.apply(stored("bob")));
    ServiceError error = iam.error(DeleteUserRequest.builder().userName("bob").build());
    assertEquals("DeleteConflict", error.code());
    assertEquals("Cannot delete entity, " + text, error.message());
  }

  @Test
  void deletedUserIsGone() {
    create("/", "bob");
    iam.call(DeleteUserRequest.builder().userName("bob").build());
    ServiceError error = iam.error(DeleteUserRequest.builder().userName("bob").build());
    assertEquals("NoSuchEntity", error.code());
    assertEquals("The user with name bob cannot be found.", error.message());
  }

  @Test
  void Abuse_057_recreatedUserIsAnotherOne() {
    var first = create("/", "bob");
    iam.call(DeleteUserRequest.builder().userName("bob").build());
    var second = create("/", "bob");
    assertEquals(first.arn(), second.arn());
    assertNotEquals(first.userId(), second.userId());
  }

  @Test
  void Abuse_057_callerWhoseUserWasRecreatedIsNotTheNewOne() {
    create("/", "bob");
    InMemoryIam old = iam.asUser("bob");
    iam.call(DeleteUserRequest.builder().userName("bob").build());
    create("/", "bob");
    assertEquals("NoSuchEntity", old.error(GetUserRequest.builder().build()).code());
    assertEquals(
        "bob",
        iam.asUser("bob")
            .call(GetUserRequest.builder().build(), GetUserResponse.class)
            .user()
            .userName());
  }
}
