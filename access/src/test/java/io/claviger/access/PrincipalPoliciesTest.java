package io.claviger.access;

import static io.claviger.access.Samples.ACCOUNT;
import static io.claviger.access.Samples.NOW;
import static io.claviger.access.Samples.OTHER;
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
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.PolicySource.Holder;
import io.claviger.policy.document.PolicyKind;
import io.claviger.reference.ManagedPolicies;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalPoliciesTest {

  private static final ManagedPolicies MANAGED = ManagedPolicies.load();
  private static final Arn READ_ONLY = Arn.parse("arn:aws:iam::aws:policy/ReadOnlyAccess");
  private static final Arn OWN = Arn.iam(ACCOUNT, "policy/app/Own");

  private final CompiledPolicies compiled = new CompiledPolicies();
  private final PrincipalPolicies policies = new PrincipalPolicies(MANAGED, compiled);
  private final TestAccounts accounts = new TestAccounts();

  PrincipalPoliciesTest() {
    accounts.put(
        ACCOUNT,
        CustomerPolicy.create("ANPA1", "/app/", "Own", NOW, Tags.NONE, "", allow("own:*")));
  }

  private static String allow(String action) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"%s","Resource":"*"}]}\
    """
        .formatted(action);
  }

  private static List<String> names(List<AppliedPolicy> found) {
    return found.stream()
        .map(policy -> policy.source().holder() + " " + policy.source().name())
        .toList();
  }

  private static String firstAction(CompiledPolicy policy) {
    return policy.document().statements().getFirst().action().patterns().getFirst();
  }

  @Test
  void userHasOwnPoliciesThenThoseOfItsGroups() {
    IdentityPolicies own =
        IdentityPolicies.NONE.attach(READ_ONLY).attach(OWN).putInline("x", allow("x:*"));
    Group group = new Group("AGPA1", "/", "Admins", NOW, IdentityPolicies.NONE);
    User bob = User.create("AIDA1", "/", "bob", NOW, Tags.NONE, null).withPolicies(own);
    User member = bob.withGroups(List.of("AGPA1"));
    accounts.put(
        ACCOUNT, group.withPolicies(IdentityPolicies.NONE.putInline("g", allow("g:*"))), member);
    List<AppliedPolicy> found = policies.identityPolicies(accounts.home(), member);
    assertEquals(
        List.of(
            "AWS_MANAGED ReadOnlyAccess",
            "USER_MANAGED Own",
            "USER user_bob_x",
            "GROUP group_Admins_g"),
        names(found));
    assertEquals(READ_ONLY, found.getFirst().source().arn().orElseThrow());
    assertEquals("g:*", firstAction(found.getLast().policy()));
    assertEquals(3, policies.identityPolicies(accounts.home(), bob).size(), "not a member");
  }

  @Test
  void versionInForceIsTheDefaultOne() {
    CustomerPolicy own = accounts.home().policies().named("Own").orElseThrow();
    accounts.put(ACCOUNT, own.withVersion(allow("second:*"), NOW, false));
    assertEquals("own:*", firstAction(managed(OWN).policy()));
    CustomerPolicy two = accounts.home().policies().named("Own").orElseThrow();
    accounts.put(ACCOUNT, two.withDefault(2, NOW));
    assertEquals("second:*", firstAction(managed(OWN).policy()));
  }

  private AppliedPolicy managed(Arn arn) {
    return policies.managedPolicy(accounts.home(), arn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::aws:policy/NoSuchPolicy", "arn:aws:iam::111122223333:policy/Gone",
        "arn:aws:iam::111122223333:policy/Own", "arn:aws:iam::111122223333:policy/app/own"
      })
  void missingManagedPolicyDenies(String arn) {
    assertSame(FixedPolicies.UNREADABLE, managed(Arn.parse(arn)).policy());
  }

  @Test
  void Abuse_045_managedPolicyOfAnotherAccountIsNotFoundByItsName() {
    accounts.put(
        OTHER, CustomerPolicy.create("ANPA2", "/app/", "Own", NOW, Tags.NONE, "", allow("evil:*")));
    Arn foreign = Arn.iam(OTHER, "policy/app/Own");
    assertSame(FixedPolicies.UNREADABLE, managed(foreign).policy());
    assertEquals("own:*", firstAction(managed(OWN).policy()));
    AppliedPolicy theirs = policies.managedPolicy(accounts.account(OTHER).orElseThrow(), foreign);
    assertEquals("evil:*", firstAction(theirs.policy()));
  }

  @Test
  void unreadableDocumentDenies() {
    User bob =
        User.create("AIDA1", "/", "bob", NOW, Tags.NONE, null)
            .withPolicies(IdentityPolicies.NONE.putInline("x", "{\"Version\":"));
    AppliedPolicy found = policies.identityPolicies(accounts.home(), bob).getFirst();
    assertSame(FixedPolicies.UNREADABLE, found.policy());
    assertSame(
        FixedPolicies.UNREADABLE_RESOURCE_POLICY,
        policies.trustPolicy(Samples.deployer("{}")).policy());
  }

  @Test
  void missingGroupDenies() {
    User bob = User.create("AIDA1", "/", "bob", NOW, Tags.NONE, null).withGroups(List.of("AGPA9"));
    AppliedPolicy found = policies.identityPolicies(accounts.home(), bob).getFirst();
    assertSame(FixedPolicies.UNREADABLE, found.policy());
  }

  @Test
  void sessionHasItsEmbeddedAndItsManagedPolicies() {
    Session session =
        Samples.withLimits(
            Samples.bareSession(Session.Kind.ASSUMED_ROLE),
            allow("s:*"),
            List.of(OWN, READ_ONLY),
            List.of());
    assertEquals(
        List.of("NONE SessionPolicy", "USER_MANAGED Own", "AWS_MANAGED ReadOnlyAccess"),
        names(policies.sessionPolicies(accounts.home(), session)));
  }

  @Test
  void boundaryIsTheManagedPolicyThatIsSet() {
    User bob = User.create("AIDA1", "/", "bob", NOW, Tags.NONE, null);
    assertTrue(policies.permissionsBoundary(accounts.home(), bob).isEmpty());
    User bounded = bob.withBoundary(OWN);
    AppliedPolicy boundary = policies.permissionsBoundary(accounts.home(), bounded).orElseThrow();
    assertEquals(Holder.USER_MANAGED, boundary.source().holder());
    assertEquals("own:*", firstAction(boundary.policy()));
  }

  @Test
  void eachTextIsCompiledOnce() {
    String text = allow("a:*");
    CompiledPolicy first = compiled.compile(PolicyKind.IDENTITY, text).orElseThrow();
    String copy = allow("a:*");
    assertSame(first, compiled.compile(PolicyKind.IDENTITY, copy).orElseThrow());
    assertNotSame(first, compiled.compile(PolicyKind.IDENTITY, text + " ").orElseThrow());
  }

  @Test
  void kindsDoNotShareWhatTheyCompiled() {
    String text =
        """
        {"Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}\
        """;
    assertTrue(compiled.compile(PolicyKind.TRUST, text).isPresent());
    assertTrue(compiled.compile(PolicyKind.IDENTITY, text).isEmpty());
  }

  @Test
  void everyPolicyOfAwsCanBeRead() {
    List<String> unreadable =
        MANAGED
            .inOrder(null)
            .filter(policy -> compiled.compile(PolicyKind.IDENTITY, policy.document()).isEmpty())
            .map(policy -> policy.name())
            .toList();
    assertEquals(List.of(), unreadable);
  }
}
