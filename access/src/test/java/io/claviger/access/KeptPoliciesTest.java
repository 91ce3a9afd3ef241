package io.claviger.access;

import static io.claviger.access.Samples.ACCOUNT;
import static io.claviger.access.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.CustomerPolicy;
import io.claviger.account.Group;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Requester;
import io.claviger.reference.ManagedPolicies;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is kept of a principal's policies follows every change that bears on it, and no other.
final class KeptPoliciesTest {

  private static final Arn OWN = Arn.iam(ACCOUNT, "policy/Own");
  private static final User ANA =
      User.create("AIDA1", "/", "ana", NOW, Tags.NONE, null)
          .withPolicies(IdentityPolicies.NONE.attach(OWN))
          .withGroups(List.of("AGPA1"))
          .withBoundary(OWN);
  private static final Group STAFF =
      new Group("AGPA1", "/", "Staff", NOW, IdentityPolicies.NONE.putInline("g", allow("g:*")));
  private static final CustomerPolicy POLICY =
      CustomerPolicy.create("ANPA1", "/", "Own", NOW, Tags.NONE, "", allow("own:*"));

  private final PrincipalPolicies policies =
      new PrincipalPolicies(ManagedPolicies.load(), new CompiledPolicies());

  private final TestAccounts accounts = new TestAccounts();

  KeptPoliciesTest() {
    accounts.put(ACCOUNT, ANA, STAFF, POLICY);
  }

  @Test
  void nothingIsMadeTwiceWhileNothingChanges() {
    AppliedPolicies first = applied();
    assertSame(first.identity(), applied().identity());
    accounts.put(ACCOUNT, User.create("AIDA2", "/", "bob", NOW, Tags.NONE, null));
    assertSame(first.identity(), applied().identity());
  }

  @Test
  void anotherVersionOfAManagedPolicyHoldsAtOnce() {
    applied();
    accounts.put(ACCOUNT, POLICY.withVersion(allow("two:*"), NOW, true));
    assertEquals(List.of("two:*", "g:*"), actions(applied().identity()));
    assertEquals(List.of("two:*"), actions(applied().boundary().orElseThrow()));
  }

  @Test
  void anotherPolicyOfAGroupHoldsAtOnce() {
    AppliedPolicies before = applied();
    accounts.put(ACCOUNT, STAFF.withPolicies(IdentityPolicies.NONE.putInline("g", allow("h:*"))));
    assertEquals(List.of("own:*", "h:*"), actions(applied().identity()));
    assertNotSame(before.identity(), applied().identity());
  }

  @Test
  void aChangeOfTheUserHoldsAtOnce() {
    applied();
    accounts.put(ACCOUNT, ANA.withPolicies(IdentityPolicies.NONE).withBoundary(null));
    assertEquals(List.of("g:*"), actions(applied().identity()));
    assertTrue(applied().boundary().isEmpty());
  }

  private AppliedPolicies applied() {
    User user = accounts.home().users().byId("AIDA1").orElseThrow();
    return policies.applied(
        accounts.home(), user, new Requester.IamUser(ACCOUNT, user.arn(ACCOUNT), user.id()));
  }

  private static List<String> actions(List<AppliedPolicy> applied) {
    return applied.stream()
        .map(one -> one.policy().document().statements().getFirst().action().patterns().getFirst())
        .toList();
  }

  private static String allow(String action) {
    return """
    {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"%s","Resource":"*"}}\
    """
        .formatted(action);
  }
}
