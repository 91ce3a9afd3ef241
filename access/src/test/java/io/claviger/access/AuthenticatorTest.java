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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AccessKey;
import io.claviger.account.Activity;
import io.claviger.account.Change;
import io.claviger.account.EntityKey;
import io.claviger.account.EntityKind;
import io.claviger.account.Ids;
import io.claviger.account.SecretName;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.base.SecretText;
import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.sigv4.SignedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {

  private static final String INVALID =
      "InvalidClientTokenId 403 The security token included in the request is invalid.";

  private final TestAccounts accounts = new TestAccounts();
  private final TestSecrets secrets = new TestSecrets();
  private final SessionTokens tokens = new SessionTokens(new TestRing());
  private final Ids ids = Samples.ids(3);
  private final List<String> uses = new ArrayList<>();
  private Instant now = NOW;
  private final Authenticator authenticator =
      new Authenticator(accounts, secrets, tokens, new Uses(), () -> now, Samples.ids(4));

  private final String keyId = ids.accessKeyId(Ids.Prefix.AKIA, ACCOUNT);
  private final TestSigner bob = new TestSigner(keyId, SecretText.of("bob's secret"), null);

  private final class Uses implements Activity {

    @Override
    public void record(AccountId account, Kind kind, String id, Use use) {
      uses.add(String.join(" ", account.digits(), kind.name(), id, use.service(), use.region()));
    }

    @Override
    public Optional<Use> lastUse(AccountId account, Kind kind, String id) {
      return Optional.empty();
    }

    @Override
    public Map<String, Use> actionsOf(AccountId account, String principalId) {
      return Map.of();
    }
  }

  AuthenticatorTest() {
    accounts.put(ACCOUNT, user(USER_ID), Samples.deployer("{}"));
    putKey(ACCOUNT, keyId, USER_ID, "bob's secret");
  }

  private static User user(String id) {
    return User.create(id, "/", "bob", NOW, Tags.NONE, null);
  }

  private void putKey(AccountId account, String id, String ownerId, String secret) {
    accounts.put(account, new AccessKey(id, ownerId, true, NOW));
    secrets.put(account, SecretName.Kind.ACCESS_KEY, id, secret);
  }

  private Caller authenticate(HttpRequest request) {
    byte[] body = request.method().equals("POST") ? TestSigner.BODY : new byte[0];
    SignedRequest signed = SignedRequest.parse(request).orElseThrow();
    return authenticator.authenticate(request, body, signed, "iam");
  }

  private Caller authenticate(TestSigner signer) {
    return authenticate(signer.sign(now));
  }

  private String refusal(HttpRequest request) {
    ServiceError error = assertThrows(ServiceError.class, () -> authenticate(request));
    return error.code() + " " + error.status() + " " + error.message();
  }

  private String refusal(TestSigner signer) {
    String inHeader = refusal(signer.sign(now));
    assertEquals(inHeader, refusal(signer.presign(now)), "presigned");
    return inHeader;
  }

  private TestSigner session(Session.Kind kind) {
    return TestSigner.of(tokens.issue(Samples.bareSession(kind), ids));
  }

  @Test
  void userIsKnownByItsKeyAndTheUseIsCounted() {
    Caller expected = new Caller.IamUser(ACCOUNT, USER_ID, USER_ARN, keyId, null);
    assertEquals(expected, authenticate(bob));
    assertEquals(expected, authenticate(bob.presign(now)));
    String use = "111122223333 ACCESS_KEY " + keyId + " iam eu-north-1";
    assertEquals(List.of(use, use), uses);
  }

  @Test
  void rootIsKnownByItsKey() {
    String rootKey = ids.accessKeyId(Ids.Prefix.AKIA, OTHER);
    putKey(OTHER, rootKey, OTHER.digits(), "root's secret");
    TestSigner root = new TestSigner(rootKey, SecretText.of("root's secret"), null);
    assertEquals(new Caller.Root(OTHER, rootKey, null), authenticate(root));
  }

  @Test
  void keyFromOutsideIsFoundThoughItLooksLikeAnotherAccounts() {
    String foreign = ids.accessKeyId(Ids.Prefix.AKIA, OTHER);
    putKey(ACCOUNT, foreign, USER_ID, "given");
    TestSigner signer = new TestSigner(foreign, SecretText.of("given"), null);
    assertEquals(INVALID, refusal(signer));
    accounts.foreignKey(foreign, ACCOUNT);
    assertEquals(
        new Caller.IamUser(ACCOUNT, USER_ID, USER_ARN, foreign, null), authenticate(signer));
  }

  @Test
  void sessionsAreKnownByTheirTokens() {
    Session role = Samples.bareSession(Session.Kind.ASSUMED_ROLE);
    TestSigner roleSigner = session(Session.Kind.ASSUMED_ROLE);
    assertEquals(
        new Caller.RoleSession(ACCOUNT, ROLE_ID, ROLE_ARN, roleSigner.accessKeyId(), role),
        authenticate(roleSigner));
    assertEquals(
        authenticate(roleSigner), authenticate(roleSigner.presign(now)), "header or presigned");
    TestSigner userSigner = session(Session.Kind.SESSION_TOKEN);
    assertEquals(
        new Caller.IamUser(
            ACCOUNT,
            USER_ID,
            USER_ARN,
            userSigner.accessKeyId(),
            Samples.bareSession(Session.Kind.SESSION_TOKEN)),
        authenticate(userSigner));
    TestSigner federated = session(Session.Kind.FEDERATION);
    assertEquals(
        new Caller.FederatedUser(
            ACCOUNT,
            USER_ID,
            USER_ARN,
            federated.accessKeyId(),
            Samples.bareSession(Session.Kind.FEDERATION)),
        authenticate(federated));
    assertTrue(uses.stream().allMatch(use -> use.contains("ROLE " + ROLE_ID)), uses.toString());
  }

  @Test
  void sessionOfTheRootUserIsItsOwn() {
    Session session =
        Samples.session(Session.Kind.SESSION_TOKEN, ACCOUNT.digits(), Arn.iam(ACCOUNT, "root"));
    Credentials made = tokens.issue(session, ids);
    assertEquals(
        new Caller.Root(ACCOUNT, made.accessKeyId(), session), authenticate(TestSigner.of(made)));
  }

  @Test
  void wrongSecretDoesNotMatch() {
    TestSigner wrong = new TestSigner(keyId, SecretText.of("guess"), null);
    assertTrue(refusal(wrong).startsWith("SignatureDoesNotMatch 403"));
    TestSigner session = session(Session.Kind.ASSUMED_ROLE);
    TestSigner wrongSession =
        new TestSigner(session.accessKeyId(), SecretText.of("guess"), session.token());
    assertTrue(refusal(wrongSession).startsWith("SignatureDoesNotMatch 403"));
    assertEquals(List.of(), uses, "nothing was used");
  }

  @Test
  void unknownInactiveDeletedAndForeignKeysCannotBeToldApart() {
    assertEquals(INVALID, refusal(new TestSigner("AKIAIOSFODNN7EXAMPLE", bob.secret(), null)));
    String never = ids.accessKeyId(Ids.Prefix.AKIA, ACCOUNT);
    assertEquals(INVALID, refusal(new TestSigner(never, bob.secret(), null)));
    String nowhere = ids.accessKeyId(Ids.Prefix.AKIA, new AccountId("999900001111"));
    assertEquals(INVALID, refusal(new TestSigner(nowhere, bob.secret(), null)));
    authenticate(bob);
    accounts.put(ACCOUNT, new AccessKey(keyId, USER_ID, false, NOW));
    assertEquals(INVALID, refusal(bob));
    accounts.put(ACCOUNT, new AccessKey(keyId, USER_ID, true, NOW));
    authenticate(bob);
    accounts.change(ACCOUNT, Change.remove(new EntityKey(EntityKind.ACCESS_KEY, keyId)));
    assertEquals(INVALID, refusal(bob));
  }

  @Test
  void unknownKeyIsRefusedAsSuchHoweverBadItsSignatureIs() {
    TestSigner unknown = new TestSigner("AKIAIOSFODNN7EXAMPLE", SecretText.of("x"), null);
    assertEquals(INVALID, refusal(unknown.sign(NOW.minus(Duration.ofDays(1)))));
  }

  @Test
  void keyWithoutOwnerOrSecretIsRefused() {
    String orphan = ids.accessKeyId(Ids.Prefix.AKIA, ACCOUNT);
    putKey(ACCOUNT, orphan, "AIDANOBODY", "s");
    assertEquals(INVALID, refusal(new TestSigner(orphan, SecretText.of("s"), null)));
    String erased = ids.accessKeyId(Ids.Prefix.AKIA, ACCOUNT);
    accounts.put(ACCOUNT, new AccessKey(erased, USER_ID, true, NOW));
    assertEquals(INVALID, refusal(new TestSigner(erased, SecretText.of(""), null)));
  }

  @Test
  void scopeOfAnotherServiceIsRefused() {
    HttpRequest request = bob.sign(now);
    SignedRequest signed = SignedRequest.parse(request).orElseThrow();
    ServiceError error =
        assertThrows(
            ServiceError.class,
            () -> authenticator.authenticate(request, TestSigner.BODY, signed, "sts"));
    assertEquals("SignatureDoesNotMatch", error.code());
    assertTrue(error.message().contains("'sts'"), error.message());
  }

  @ParameterizedTest
  @EnumSource(Session.Kind.class)
  void Abuse_010_sessionKeyWithoutItsTokenIsRefused(Session.Kind kind) {
    TestSigner signer = session(kind);
    authenticate(signer);
    assertEquals(INVALID, refusal(signer.withToken(null)));
  }

  @ParameterizedTest
  @EnumSource(Session.Kind.class)
  void Abuse_010_tokenOnALongTermKeyIsRefused(Session.Kind kind) {
    authenticate(bob);
    assertEquals(INVALID, refusal(bob.withToken(session(kind).token())));
  }

  @ParameterizedTest
  @EnumSource(Session.Kind.class)
  void Abuse_011_tokenOfAnotherSessionIsRefused(Session.Kind kind) {
    TestSigner one = session(kind);
    TestSigner two = session(kind);
    authenticate(one);
    authenticate(two);
    assertEquals(INVALID, refusal(one.withToken(two.token())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not a token", "FwoGZXIvYXdzEBAaDEXAMPLE"})
  void garbageForATokenIsRefused(String garbage) {
    TestSigner signer = session(Session.Kind.ASSUMED_ROLE);
    assertEquals(INVALID, refusal(signer.withToken(SecretText.of(garbage)).sign(now)));
  }

  @Test
  void Abuse_017_sessionEndWinsOverTheSignaturesTime() {
    TestSigner signer = session(Session.Kind.ASSUMED_ROLE);
    now = NOW.plusSeconds(3599);
    HttpRequest signed = signer.sign(now);
    HttpRequest presigned = signer.presign(now);
    authenticate(signed);
    authenticate(presigned);
    now = NOW.plusSeconds(3600);
    String expired = "ExpiredToken 403 The security token included in the request is expired";
    assertEquals(expired, refusal(signed));
    assertEquals(expired, refusal(presigned));
  }

  @Test
  void Abuse_057_recreatedUserOrRoleHasNotTheOldOnesCredentials() {
    TestSigner[] signers = {
      bob,
      session(Session.Kind.SESSION_TOKEN),
      session(Session.Kind.FEDERATION),
      session(Session.Kind.ASSUMED_ROLE)
    };
    for (TestSigner signer : signers) {
      authenticate(signer);
    }
    accounts.change(ACCOUNT, Change.remove(user(USER_ID).key(), Samples.deployer("{}").key()));
    accounts.put(
        ACCOUNT,
        user("AIDAEXAMPLEUSERBOB002"),
        Samples.role("AROAEXAMPLEDEPLOYER02", "/app/", "Deployer", "{}"));
    for (TestSigner signer : signers) {
      assertEquals(INVALID, refusal(signer));
    }
  }

  @Test
  void Abuse_063_sessionsOfADeletedUserOrRoleAreRefused() {
    TestSigner user = session(Session.Kind.SESSION_TOKEN);
    TestSigner federated = session(Session.Kind.FEDERATION);
    TestSigner role = session(Session.Kind.ASSUMED_ROLE);
    accounts.change(ACCOUNT, Change.remove(user(USER_ID).key()));
    assertEquals(INVALID, refusal(user));
    assertEquals(INVALID, refusal(federated));
    assertEquals(INVALID, refusal(bob));
    authenticate(role);
    accounts.change(ACCOUNT, Change.remove(Samples.deployer("{}").key()));
    assertEquals(INVALID, refusal(role));
  }

  @Test
  void Abuse_045_sameIdsInAnotherAccountDoNotHelp() {
    accounts.change(ACCOUNT, Change.remove(user(USER_ID).key()));
    accounts.put(OTHER, user(USER_ID));
    assertEquals(INVALID, refusal(session(Session.Kind.SESSION_TOKEN)));
    assertEquals(INVALID, refusal(bob));
  }

  @Test
  void keyThatIsTakenAwayOnTheHeadEndsTheCallersStanding() {
    Caller caller = authenticate(bob);
    assertTrue(CallerStanding.isCurrent(caller, accounts));
    accounts.put(ACCOUNT, new AccessKey(keyId, USER_ID, false, NOW));
    assertFalse(CallerStanding.isCurrent(caller, accounts));
    accounts.put(ACCOUNT, new AccessKey(keyId, "AIDASOMEONE", true, NOW));
    assertFalse(CallerStanding.isCurrent(caller, accounts));
    assertTrue(CallerStanding.isCurrent(new Caller.Anonymous(), accounts));
  }
}
