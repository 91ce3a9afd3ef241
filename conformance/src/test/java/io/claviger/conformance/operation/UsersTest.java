package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.User;

class UsersTest implements OperationFamily {

  @Test
  @Success({"CreateUser", "GetUser"})
  void userIsMadeAsAsked(Tenant t) {
    String boundary = Given.policy(t, "Limits");
    User made =
        t.iam()
            .createUser(in ->
                in.userName("ann").path("/dev/").permissionsBoundary(boundary).tags(Given.TAGS))
            .user();
    assertEquals("ann", made.userName());
    assertEquals(t.arn("user/dev/ann"), made.arn());
    assertTrue(made.userId().matches("AIDA[A-Z0-9]{17}"), made.userId());
    assertEquals(boundary, made.permissionsBoundary().permissionsBoundaryArn());
    assertEquals(Given.TAGS, made.tags());
    assertEquals(made, t.iam().getUser(in -> in.userName("ann")).user());
  }

  @Test
  @Success("GetUser")
  void rootIsAUserWithoutAName(Tenant t) {
    User root = t.iam().getUser().user();
    assertEquals(t.account(), root.userId());
    assertEquals(t.arn("root"), root.arn());
  }

  @Test
  @Success("ListUsers")
  void usersAreListedPageByPageInOrder(Tenant t) {
    IntStream.range(0, 5).forEach(i -> Given.user(t, "user" + i));
    t.iam().createUser(in -> in.userName("other").path("/other/"));
    List<String> names =
        t.iam().listUsersPaginator(in -> in.maxItems(2)).users().stream()
            .map(User::userName)
            .toList();
    assertEquals(List.of("other", "user0", "user1", "user2", "user3", "user4"), names);
    assertEquals(1, t.iam().listUsers(in -> in.pathPrefix("/other/")).users().size());
  }

  @Test
  @Success("UpdateUser")
  void userIsRenamedAndMoved(Tenant t) {
    Given.user(t, "ann");
    String id = t.iam().getUser(in -> in.userName("ann")).user().userId();
    t.iam().updateUser(in -> in.userName("ann").newUserName("eve").newPath("/ops/"));
    User renamed = t.iam().getUser(in -> in.userName("eve")).user();
    assertEquals(t.arn("user/ops/eve"), renamed.arn());
    assertEquals(id, renamed.userId());
    assertThrows(NoSuchEntityException.class, () -> t.iam().getUser(in -> in.userName("ann")));
  }

  @Test
  @Success("DeleteUser")
  void deletedUserIsGone(Tenant t) {
    Given.user(t, "ann");
    assertTrue(
        t.iam()
            .waiter()
            .waitUntilUserExists(in -> in.userName("ann"))
            .matched()
            .response()
            .isPresent());
    t.iam().deleteUser(in -> in.userName("ann"));
    assertEquals(List.of(), t.iam().listUsers().users());
  }

  @Test
  @Success("CreateUser")
  void timesAreThoseOfTheServer(Tenant t) {
    Instant made = t.iam().createUser(in -> in.userName("ann")).user().createDate();
    assertTrue(!made.isAfter(t.now()) && made.isAfter(t.now().minusSeconds(60)), made::toString);
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.limitExceeded(
            "CreateUser",
            t -> {
              t.limit(Quota.USERS, 1);
              Given.user(t, "ann");
              Given.user(t, "eve");
            }),
        Refusal.alreadyExists(
            "CreateUser",
            t -> {
              Given.user(t, "ann");
              Given.user(t, "Ann");
            }),
        Refusal.noSuchEntity(
            "CreateUser",
            t -> t.iam().createUser(in -> in.userName("ann").permissionsBoundary(Given.NO_POLICY))),
        Refusal.invalidInput(
            "CreateUser",
            t -> t.iam().createUser(in -> in.userName("ann").tags(Given.SAME_TAG_TWICE))),
        Refusal.noSuchEntity("GetUser", t -> t.iam().getUser(in -> in.userName("ann"))),
        Refusal.noSuchEntity(
            "UpdateUser", t -> t.iam().updateUser(in -> in.userName("ann").newPath("/a/"))),
        Refusal.alreadyExists(
            "UpdateUser",
            t -> {
              Given.user(t, "ann");
              Given.user(t, "eve");
              t.iam().updateUser(in -> in.userName("ann").newUserName("EVE"));
            }),
        Refusal.noSuchEntity("DeleteUser", t -> t.iam().deleteUser(in -> in.userName("ann"))),
        Refusal.deleteConflict(
            "DeleteUser",
            t -> {
              Given.user(t, "ann");
              Given.accessKey(t, "ann");
              t.iam().deleteUser(in -> in.userName("ann"));
            }));
  }
}
