package io.claviger.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Arn POLICY = Arn.parse("arn:aws:iam::aws:policy/ReadOnlyAccess");

  private final Account empty = Account.empty(new AccountId("111122223333"));

  private static User user(String id, String name) {
    return User.create(id, "/", name, NOW, Tags.NONE, null);
  }

  @Test
  void everyChangeIsOneVersionAndLeavesTheOldOneAlone() {
    Account one = empty.apply(Change.put(user("AIDA1", "Bob")));
    assertEquals(1, one.version());
    assertEquals(1, one.users().size());
    assertEquals(0, empty.users().size());
  }

  @Test
  void namesAreFoundWithoutRegardToCaseAndAreUniqueSo() {
    Account one = empty.apply(Change.put(user("AIDA1", "Bob")));
    assertEquals("AIDA1", one.users().named("BOB").orElseThrow().id());
    assertThrows(IllegalStateException.class, () -> one.apply(Change.put(user("AIDA2", "bob"))));
  }

  @Test
  void renamingFreesTheOldName() {
    Account one = empty.apply(Change.put(user("AIDA1", "bob")));
    Account two = one.apply(Change.put(user("AIDA1", "bob").renamed("/x/", "rob")));
    assertTrue(two.users().named("bob").isEmpty());
    assertEquals("/x/", two.users().named("rob").orElseThrow().path());
    assertEquals(1, two.users().size());
  }

  @Test
  void entityIsFoundByItsWholeArnOnly() {
    User bob = User.create("AIDA1", "/team/", "Bob", NOW, Tags.NONE, null);
    Account account = empty.apply(Change.put(bob));
    String arn = bob.arn(account.id()).toString();
    assertEquals(bob, account.users().withArn(arn).orElseThrow());
    for (String other :
        List.of(
            arn.replace("Bob", "bob"),
            arn.replace("team/", ""),
            arn.replace("user/", "role/"),
            arn.replace(account.id().digits(), "999999999999"),
            "Bob")) {
      assertTrue(account.users().withArn(other).isEmpty(), other);
    }
  }

  @Test
  void reverseIndexFollowsTheEntity() {
    User bob = user("AIDA1", "bob");
    Account attached =
        empty.apply(
            Change.put(
                bob.withPolicies(IdentityPolicies.NONE.attach(POLICY))
                    .withGroups(List.of("AGPA1"))
                    .withBoundary(POLICY)));
    assertEquals(1, attached.attachedTo(POLICY).count());
    assertEquals(1, attached.boundedBy(POLICY).count());
    assertEquals(1, attached.members("AGPA1").count());
    Account bare = attached.apply(Change.put(bob));
    assertEquals(0, bare.attachedTo(POLICY).count() + bare.boundedBy(POLICY).count());
    assertEquals(0, attached.apply(Change.remove(bob.key())).members("AGPA1").count());
  }

  @Test
  void thoseAPolicyIsAttachedToAreCountedAndGoOnAfterAKey() {
    IdentityPolicies attached = IdentityPolicies.NONE.attach(POLICY);
    User one = user("AIDA1", "a").withPolicies(attached);
    User two = user("AIDA2", "b").withPolicies(attached).withBoundary(POLICY);
    Account both = empty.apply(Change.put(one, two));
    assertEquals(2, both.attachedCount(POLICY));
    assertEquals(1, both.boundedCount(POLICY));
    assertEquals(List.of(two), both.attachedTo(POLICY, one.key()).toList());
    assertEquals(List.of(), both.boundedBy(POLICY, two.key()).toList());
    assertEquals(0, empty.attachedCount(POLICY));
  }

  @Test
  void policyIsUsedAsLongAsSomebodyHasIt() {
    Arn other = Arn.parse("arn:aws:iam::aws:policy/Other");
    User one = user("AIDA1", "a").withPolicies(IdentityPolicies.NONE.attach(POLICY).attach(other));
    User two = user("AIDA2", "b").withBoundary(POLICY);
    Account both = empty.apply(Change.put(one, two));
    assertEquals(2, both.usedPolicyCount());
    assertEquals(List.of(other, POLICY), both.usedPolicies(null).toList());
    assertEquals(List.of(POLICY), both.usedPolicies(other.toString()).toList());
    assertEquals(
        both.usedPolicies(null).toList(),
        Account.load(both.id(), 1, both.entities()).usedPolicies(null).toList());
    Account onlyTwo = both.apply(Change.remove(one.key()));
    assertEquals(List.of(POLICY), onlyTwo.usedPolicies(null).toList());
    assertEquals(0, onlyTwo.apply(Change.put(two.withBoundary(null))).usedPolicyCount());
  }

  @Test
  void mfaDeviceIsEnabledUntilItIsTakenOffOrGone() {
    MfaDevice loose = new MfaDevice("/", "m", NOW, Tags.NONE, null, null);
    Account enabled = empty.apply(Change.put(loose.enabledFor("AIDA1", NOW)));
    assertEquals(0, empty.apply(Change.put(loose)).enabledMfaDeviceCount());
    assertEquals(1, enabled.enabledMfaDeviceCount());
    assertEquals(0, enabled.apply(Change.put(loose)).enabledMfaDeviceCount());
    assertEquals(0, enabled.apply(Change.remove(loose.key())).enabledMfaDeviceCount());
  }

  @Test
  void inOrderGoesOnAfterAName() {
    Account three =
        empty.apply(Change.put(user("AIDA1", "C"), user("AIDA2", "a"), user("AIDA3", "b")));
    assertEquals(List.of("a", "b", "C"), three.users().inOrder(null).map(User::name).toList());
    assertEquals(List.of("C"), three.users().inOrder("b").map(User::name).toList());
    assertEquals(List.of("b", "C"), three.users().inOrder("aa").map(User::name).toList());
  }

  @Test
  void loadingTheEntitiesGivesTheSameAccount() {
    Account one = empty.apply(Change.put(user("AIDA1", "bob"), user("AIDA2", "eve")));
    Account loaded = Account.load(one.id(), one.version(), one.entities());
    assertEquals(one.version(), loaded.version());
    assertEquals(one.users().inOrder(null).toList(), loaded.users().inOrder(null).toList());
  }

  @Test
  void membersAreReadOnFromAnyOneOfThem() {
    Account three =
        empty.apply(
            Change.put(
                user("AIDA1", "c").withGroups(List.of("AGPA1")),
                user("AIDA2", "b").withGroups(List.of("AGPA1")),
                user("AIDA3", "a").withGroups(List.of("AGPA1"))));
    assertEquals(List.of("c", "b", "a"), three.members("AGPA1", null).map(User::name).toList());
    assertEquals(List.of("a"), three.members("AGPA1", "AIDA2").map(User::name).toList());
    // One that has left in the meantime is no obstacle.
    assertEquals(List.of("b", "a"), three.members("AGPA1", "AIDA10").map(User::name).toList());
    assertEquals(0, three.members("AGPA9", "AIDA1").count());
  }

  @Test
  void quotasMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> Quotas.AWS_DEFAULTS.with(Quota.USERS, 0));
  }

  @Test
  void quotaIsAwsDefaultUnlessItIsAdjustedForTheAccount() {
    AccountSettings settings = AccountSettings.initial(NOW);
    Account standard = empty.apply(Change.put(settings));
    assertEquals(1_000, standard.quotas().of(Quota.ROLES));
    Quotas more = Quotas.AWS_DEFAULTS.with(Quota.ROLES, 7).with(Quota.USERS, 8);
    Account adjusted = standard.apply(Change.put(settings.withQuotas(more)));
    assertEquals(7, adjusted.quotas().of(Quota.ROLES));
    assertEquals(300, adjusted.quotas().of(Quota.GROUPS));
  }
}
