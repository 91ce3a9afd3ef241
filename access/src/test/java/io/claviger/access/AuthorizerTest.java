package io.claviger.access;

import static io.claviger.access.Samples.ACCOUNT;
import static io.claviger.access.Samples.NOW;
import static io.claviger.access.Samples.OTHER;
import static io.claviger.access.Samples.ROLE_ARN;
import static io.claviger.access.Samples.ROLE_ID;
import static io.claviger.access.Samples.USER_ARN;
import static io.claviger.access.Samples.USER_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.Group;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.PasswordPolicy;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.RequestContext;
import io.claviger.reference.ManagedPolicies;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizerTest {

  private static final ManagedPolicies MANAGED = ManagedPolicies.load();
  private static final Arn GUARD = Arn.iam(ACCOUNT, "policy/Guard");
  private static final String TABLE = "arn:aws:dynamodb:us-east-1:111122223333:table/t";

  private final Authorizer authorizer =
      new Authorizer(new PrincipalPolicies(MANAGED, new CompiledPolicies()));
  private final TestAccounts accounts = new TestAccounts();
  private final User bob = User.create(USER_ID, "/", "bob", NOW, Tags.NONE, null);
  private final Caller.IamUser caller =
      new Caller.IamUser(ACCOUNT, USER_ID, USER_ARN, "AKIA1", null);

  AuthorizerTest() {
    accounts.put(
        ACCOUNT,
        bob,
        Samples.deployer(trust("\"AWS\":\"" + USER_ID + "\"")),
        CustomerPolicy.create("ANPA1", "/", "Guard", NOW, Tags.NONE, "", allow("dynamodb:Query")));
  }

  private static String statement(String effect, String action) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"%s","Action":"%s","Resource":"*"}]}\
    """
        .formatted(effect, action);
  }

  private static String allow(String action) {
    return statement("Allow", action);
  }

  private static String trust(String principal) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{%s},\
    "Action":["sts:AssumeRole","sts:TagSession"]}]}\
    """
        .formatted(principal);
  }

  private static IdentityPolicies inline(String document) {
    return IdentityPolicies.NONE.putInline("p", document);
  }

  private Authorization ask(Caller who, String action, String resource, AccountId owner) {
    AccessRequest request = new AccessRequest(action, resource, owner, RequestContext.EMPTY);
    return authorizer.authorize(who, request, RequestContext.EMPTY, accounts);
  }

  private Decision decide(Caller who, String action) {
    return ask(who, action, TABLE, ACCOUNT).decision();
  }

  private Decision assume(Caller who, Arn role) {
    return ask(who, "sts:AssumeRole", role.toString(), role.accountId().orElseThrow()).decision();
  }

  private static void assertMissing(Layer layer, Decision decision) {
    assertEquals(new Decision.ImplicitlyDenied(layer), decision);
  }

  private static void assertDenied(Layer layer, Decision decision) {
    assertEquals(layer, assertInstanceOf(Decision.ExplicitlyDenied.class, decision).layer());
  }

  private Caller.RoleSession roleSession(@Nullable String policy, Arn... managed) {
    Session session =
        Samples.withLimits(
            Samples.bareSession(Session.Kind.ASSUMED_ROLE), policy, List.of(managed), List.of());
    return new Caller.RoleSession(ACCOUNT, ROLE_ID, ROLE_ARN, "ASIA1", session);
  }

  private Caller.FederatedUser federated(String userId, Arn userArn, @Nullable String policy) {
    Session session =
        Samples.withLimits(
            Samples.session(Session.Kind.FEDERATION, userId, userArn),
            policy,
            List.of(),
            List.of());
    return new Caller.FederatedUser(ACCOUNT, userId, userArn, "ASIA1", session);
  }

  @Test
  void userMayDoNothingUntilAPolicySaysSo() {
    assertMissing(Layer.IDENTITY, decide(caller, "dynamodb:Query"));
    accounts.put(ACCOUNT, bob.withPolicies(inline(allow("dynamodb:Query"))));
    assertTrue(decide(caller, "dynamodb:Query").isAllowed());
    assertMissing(Layer.IDENTITY, decide(caller, "dynamodb:PutItem"));
    accounts.put(ACCOUNT, bob);
    assertMissing(Layer.IDENTITY, decide(caller, "dynamodb:Query"));
  }

  @Test
  void groupsGiveTheirMembersWhatTheyHave() {
    Group group = new Group("AGPA1", "/", "Readers", NOW, inline(allow("dynamodb:Query")));
    accounts.put(ACCOUNT, group, bob.withGroups(List.of("AGPA1")));
    assertTrue(decide(caller, "dynamodb:Query").isAllowed());
    accounts.put(ACCOUNT, group.withPolicies(inline(statement("Deny", "dynamodb:*"))));
    assertDenied(Layer.IDENTITY, decide(caller, "dynamodb:Query"));
  }

  @Test
  void boundaryLimitsButDoesNotGrant() {
    accounts.put(ACCOUNT, bob.withBoundary(GUARD));
    assertMissing(Layer.IDENTITY, decide(caller, "dynamodb:Query"));
    accounts.put(ACCOUNT, bob.withBoundary(GUARD).withPolicies(inline(allow("dynamodb:*"))));
    assertTrue(decide(caller, "dynamodb:Query").isAllowed());
    assertMissing(Layer.PERMISSIONS_BOUNDARY, decide(caller, "dynamodb:PutItem"));
  }

  @Test
  void boundaryThatIsGoneDenies() {
    Arn gone = Arn.iam(ACCOUNT, "policy/Gone");
    accounts.put(ACCOUNT, bob.withBoundary(gone).withPolicies(inline(allow("*"))));
    assertDenied(Layer.PERMISSIONS_BOUNDARY, decide(caller, "dynamodb:Query"));
  }

  @Test
  void policyThatCannotBeReadDenies() {
    accounts.put(ACCOUNT, bob.withPolicies(inline(allow("*")).putInline("broken", "{")));
    assertDenied(Layer.IDENTITY, decide(caller, "dynamodb:Query"));
  }

  @Test
  void sessionPoliciesLimitARole() {
    accounts.put(ACCOUNT, Samples.deployer("{}").withPolicies(inline(allow("dynamodb:*"))));
    assertTrue(decide(roleSession(null), "dynamodb:PutItem").isAllowed());
    Caller limited = roleSession(null, GUARD);
    assertTrue(decide(limited, "dynamodb:Query").isAllowed());
    assertMissing(Layer.SESSION, decide(limited, "dynamodb:PutItem"));
    Caller both = roleSession(allow("dynamodb:PutItem"), GUARD);
    assertTrue(decide(both, "dynamodb:PutItem").isAllowed(), "session policies are a union");
    assertMissing(Layer.IDENTITY, decide(roleSession(allow("s3:*")), "s3:GetObject"));
    Caller orphan = roleSession(allow("*"), Arn.iam(ACCOUNT, "policy/Gone"));
    assertDenied(Layer.SESSION, decide(orphan, "dynamodb:Query"));
  }

  @Test
  void federatedUserHasWhatUserAndSessionPolicyBothAllow() {
    accounts.put(ACCOUNT, bob.withPolicies(inline(allow("dynamodb:*"))));
    Caller bare = federated(USER_ID, USER_ARN, null);
    assertMissing(Layer.SESSION, decide(bare, "dynamodb:Query"));
    Caller limited = federated(USER_ID, USER_ARN, statement("Allow", "*"));
    assertTrue(decide(limited, "dynamodb:Query").isAllowed());
    assertMissing(Layer.IDENTITY, decide(limited, "s3:GetObject"));
  }

  @Test
  void sessionThatRootFederatedHasWhatItsPolicyAllows() {
    Arn root = Arn.iam(ACCOUNT, "root");
    assertMissing(Layer.SESSION, decide(federated(ACCOUNT.digits(), root, null), "s3:GetObject"));
    Caller limited = federated(ACCOUNT.digits(), root, allow("s3:*"));
    assertTrue(decide(limited, "s3:GetObject").isAllowed());
    assertMissing(Layer.SESSION, decide(limited, "dynamodb:Query"));
  }

  @Test
  void rootNeedsNoPolicyInItsOwnAccount() {
    assertTrue(decide(new Caller.Root(ACCOUNT, "AKIA1", null), "iam:CreateUser").isAllowed());
    assertFalse(decide(new Caller.Root(OTHER, "AKIA1", null), "iam:CreateUser").isAllowed());
    AccountId gone = new AccountId("999900001111");
    Decision decision =
        ask(new Caller.Root(gone, "AKIA1", null), "iam:CreateUser", "*", gone).decision();
    assertFalse(decision.isAllowed());
  }

  @Test
  void callerIdentityAndSessionTokenCannotBeDenied() {
    accounts.put(ACCOUNT, bob.withPolicies(inline(statement("Deny", "*"))));
    assertDenied(Layer.IDENTITY, decide(caller, "sts:GetFederationToken"));
    assertTrue(decide(caller, "sts:GetSessionToken").isAllowed());
    assertTrue(decide(caller, "sts:GetCallerIdentity").isAllowed());
  }

  private void letUsersChangePasswords(boolean isAllowed) {
    PasswordPolicy policy =
        new PasswordPolicy(8, false, false, false, false, isAllowed, null, null, null);
    accounts.put(ACCOUNT, accounts.home().settings().withPasswordPolicy(policy));
  }

  private Decision changePassword(Arn user) {
    return ask(caller, "iam:ChangePassword", user.toString(), ACCOUNT).decision();
  }

  @Test
  void passwordPolicyLetsUsersChangeTheirOwnPassword() {
    assertMissing(Layer.IDENTITY, changePassword(USER_ARN));
    letUsersChangePasswords(false);
    assertMissing(Layer.IDENTITY, changePassword(USER_ARN));
    letUsersChangePasswords(true);
    assertTrue(changePassword(USER_ARN).isAllowed());
    assertMissing(Layer.IDENTITY, changePassword(Arn.iam(ACCOUNT, "user/eve")));
    assertMissing(
        Layer.IDENTITY,
        ask(caller, "iam:UpdateLoginProfile", USER_ARN.toString(), ACCOUNT).decision());
  }

  @Test
  void explicitDenyBeatsThePasswordPolicy() {
    letUsersChangePasswords(true);
    accounts.put(ACCOUNT, bob.withPolicies(inline(statement("Deny", "iam:ChangePassword"))));
    assertDenied(Layer.IDENTITY, changePassword(USER_ARN));
  }

  @Test
  void trustPolicyThatNamesTheUserIsEnoughInOneAccount() {
    assertTrue(assume(caller, ROLE_ARN).isAllowed());
    accounts.put(ACCOUNT, Samples.deployer(trust("\"AWS\":\"AIDAEXAMPLESOMEONE001\"")));
    assertMissing(Layer.RESOURCE, assume(caller, ROLE_ARN));
  }

  @Test
  void trustPolicyThatNamesTheAccountLeavesItToTheIdentityPolicy() {
    accounts.put(ACCOUNT, Samples.deployer(trust("\"AWS\":\"arn:aws:iam::111122223333:root\"")));
    assertMissing(Layer.IDENTITY, assume(caller, ROLE_ARN));
    accounts.put(ACCOUNT, bob.withPolicies(inline(allow("sts:AssumeRole"))));
    assertTrue(assume(caller, ROLE_ARN).isAllowed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"role/app/Nobody", "role/Deployer", "role/app/deployer"})
  void roleThatIsNotThereTrustsNobody(String role) {
    accounts.put(ACCOUNT, bob.withPolicies(inline(allow("*"))));
    assertMissing(Layer.RESOURCE, assume(caller, Arn.iam(ACCOUNT, role)));
  }

  @ParameterizedTest
  @CsvSource({"sts:TagSession, true", "sts:SetSourceIdentity, false"})
  void trustPolicyDecidesOnTagsAndSourceIdentityToo(String action, boolean isAllowed) {
    accounts.put(ACCOUNT, bob.withPolicies(inline(allow("*"))));
    Decision decision = ask(caller, action, ROLE_ARN.toString(), ACCOUNT).decision();
    assertEquals(isAllowed, decision.isAllowed());
  }

  @Test
  void roleOfAnotherAccountNeedsBothSides() {
    Arn role = Arn.iam(OTHER, "role/Reader");
    accounts.put(
        OTHER, Samples.role("AROAOTHER1", "/", "Reader", trust("\"AWS\":\"" + USER_ID + "\"")));
    assertMissing(Layer.IDENTITY, assume(caller, role));
    accounts.put(ACCOUNT, bob.withPolicies(inline(allow("sts:AssumeRole"))));
    assertTrue(assume(caller, role).isAllowed());
    accounts.put(OTHER, Samples.role("AROAOTHER1", "/", "Reader", trust("\"AWS\":\"AROA1\"")));
    assertMissing(Layer.RESOURCE, assume(caller, role));
  }

  @Test
  void anonymousCallerIsLeftToTheResourcePolicy() {
    assertMissing(Layer.RESOURCE, assume(new Caller.Anonymous(), ROLE_ARN));
  }

  @Test
  void whomAProviderVouchesForIsLeftToTheTrustPolicy() {
    Caller ann = Samples.webIdentity("idp.example.com:aud");
    assertMissing(Layer.RESOURCE, assume(ann, ROLE_ARN));
    String trust =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*",\
        "Principal":{"Federated":"%s"}}]}\
        """;
    accounts.put(ACCOUNT, Samples.deployer(trust.formatted(Samples.PROVIDER)));
    assertTrue(assume(ann, ROLE_ARN).isAllowed());
    accounts.put(ACCOUNT, Samples.deployer(trust.formatted(Samples.PROVIDER + "s")));
    assertMissing(Layer.RESOURCE, assume(ann, ROLE_ARN));
  }

  @Test
  void conditionsSeeCallerRequestAndOperation() {
    String document =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:CreateUser",\
        "Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"blue",\
        "aws:RequestTag/team":"blue","aws:ResourceAccount":"111122223333"}}}]}\
        """;
    accounts.put(ACCOUNT, bob.withPolicies(inline(document)));
    assertTrue(create("blue", "blue"));
    assertFalse(create("red", "blue"));
    assertFalse(create("blue", "red"));
  }

  private boolean create(String principalTag, String requestTag) {
    RequestContext own = RequestContext.EMPTY.with("aws:RequestTag/team", requestTag);
    AccessRequest request =
        new AccessRequest("iam:CreateUser", Arn.iam(ACCOUNT, "user/eve").toString(), ACCOUNT, own);
    RequestContext call = RequestContext.EMPTY.with("aws:PrincipalTag/team", principalTag);
    return authorizer.authorize(caller, request, call, accounts).isAllowed();
  }

  @Test
  void Abuse_034_whatTheServerKnowsWins() {
    RequestContext forged =
        RequestContext.EMPTY
            .with("aws:PrincipalTag/team", "blue")
            .with("aws:MultiFactorAuthPresent", "true")
            .with("aws:ResourceAccount", OTHER.digits());
    RequestContext call = RequestContext.EMPTY.with("aws:PrincipalTag/team", "red");
    AccessRequest request = new AccessRequest("iam:CreateUser", "*", ACCOUNT, forged);
    RequestContext seen = authorizer.authorize(caller, request, call, accounts).request().context();
    assertEquals(call.with("aws:ResourceAccount", ACCOUNT.digits()), seen);
  }

  /// STS API Reference, "AssumeRole", "Using MFA with AssumeRole".
  @Test
  void mfaThatComesWithAssumeRoleCountsForTheTrustPolicy() {
    String condition = ",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}}]}";
    String trust = trust("\"AWS\":\"" + USER_ID + "\"").replace("}]}", condition);
    accounts.put(ACCOUNT, Samples.deployer(trust));
    AccessRequest bare =
        new AccessRequest("sts:AssumeRole", ROLE_ARN.toString(), ACCOUNT, RequestContext.EMPTY);
    AccessRequest shown =
        bare.withContext(RequestContext.EMPTY.with("aws:MultiFactorAuthPresent", "true"));
    assertFalse(authorizer.authorize(caller, bare, RequestContext.EMPTY, accounts).isAllowed());
    assertTrue(authorizer.authorize(caller, shown, RequestContext.EMPTY, accounts).isAllowed());
  }

  @Test
  void Abuse_045_sameNamesInTwoAccountsAreNotConfused() {
    User theirs = User.create("AIDATHEIRS", "/", "bob", NOW, Tags.NONE, null);
    accounts.put(
        OTHER,
        theirs.withPolicies(IdentityPolicies.NONE.attach(Arn.iam(OTHER, "policy/Guard"))),
        CustomerPolicy.create("ANPA2", "/", "Guard", NOW, Tags.NONE, "", allow("*")),
        Samples.role("AROATHEIRS", "/app/", "Deployer", trust("\"AWS\":\"AIDATHEIRS\""))
            .withPolicies(inline(allow("*"))));
    accounts.put(ACCOUNT, bob.withPolicies(IdentityPolicies.NONE.attach(GUARD)));
    Caller them =
        new Caller.IamUser(OTHER, "AIDATHEIRS", Arn.iam(OTHER, "user/bob"), "AKIA2", null);
    assertTrue(ask(them, "s3:GetObject", "*", OTHER).isAllowed());
    assertFalse(ask(them, "s3:GetObject", "*", ACCOUNT).isAllowed());
    assertFalse(decide(caller, "s3:GetObject").isAllowed());
    assertTrue(assume(them, Arn.iam(OTHER, "role/app/Deployer")).isAllowed());
    assertFalse(assume(them, ROLE_ARN).isAllowed());
    assertFalse(assume(caller, Arn.iam(OTHER, "role/app/Deployer")).isAllowed());
  }

  @Test
  void Abuse_049_sessionPolicyNeverWidens() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    String[] patterns = {"*", "s3:*", "s3:Get*", "iam:CreateAccessKey", "sts:*", "dynamodb:Query"};
    String[] actions = {
      "s3:GetObject",
      "s3:PutObject",
      "iam:CreateAccessKey",
      "sts:GetFederationToken",
      "dynamodb:Query"
    };
    int allowed = 0;
    for (int i = 0; i < 500; i++) {
      String own = random(random, patterns);
      String limit = random(random, patterns);
      accounts.put(ACCOUNT, Samples.deployer("{}").withPolicies(inline(own)));
      for (String action : actions) {
        boolean limited = decide(roleSession(limit), action).isAllowed();
        boolean free = decide(roleSession(null), action).isAllowed();
        assertTrue(free || !limited, "seed " + seed + ": " + own + limit + action);
        allowed += limited ? 1 : 0;
      }
    }
    assertTrue(allowed > 0, "nothing was ever allowed, seed " + seed);
  }

  private static String random(SplittableRandom random, String[] patterns) {
    String effect = random.nextInt(4) == 0 ? "Deny" : "Allow";
    return statement(effect, patterns[random.nextInt(patterns.length)]);
  }

  @Test
  void Abuse_057_recreatedUserIsAnother() {
    accounts.put(ACCOUNT, bob.withPolicies(inline(allow("*"))));
    assertTrue(decide(caller, "s3:GetObject").isAllowed());
    accounts.change(ACCOUNT, Change.remove(bob.key()));
    User again = User.create("AIDAEXAMPLEUSERBOB002", "/", "bob", NOW, Tags.NONE, null);
    accounts.put(ACCOUNT, again.withPolicies(inline(allow("*"))));
    assertMissing(Layer.IDENTITY, decide(caller, "s3:GetObject"));
    assertFalse(assume(caller, ROLE_ARN).isAllowed(), "though the trust policy names the old id");
    Caller now = new Caller.IamUser(ACCOUNT, "AIDAEXAMPLEUSERBOB002", USER_ARN, "AKIA2", null);
    assertTrue(decide(now, "s3:GetObject").isAllowed());
    assertMissing(Layer.RESOURCE, assume(now, ROLE_ARN));
  }

  @Test
  void Abuse_063_sessionsOfADeletedRoleOrUserMayDoNothing() {
    accounts.put(
        ACCOUNT,
        bob.withPolicies(inline(allow("*"))),
        Samples.deployer("{}").withPolicies(inline(allow("*"))));
    Map<String, Caller> sessions =
        Map.of(
            "role", roleSession(null),
            "federated", federated(USER_ID, USER_ARN, allow("*")),
            "user", caller);
    sessions.forEach((name, who) -> assertTrue(decide(who, "s3:GetObject").isAllowed(), name));
    accounts.change(ACCOUNT, Change.remove(bob.key(), Samples.deployer("{}").key()));
    sessions.forEach((name, who) -> assertFalse(decide(who, "s3:GetObject").isAllowed(), name));
  }
}
