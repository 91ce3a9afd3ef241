package io.claviger.access;

import static io.claviger.access.Samples.ACCOUNT;
import static io.claviger.access.Samples.NOW;
import static io.claviger.access.Samples.ROLE_ARN;
import static io.claviger.access.Samples.ROLE_ID;
import static io.claviger.access.Samples.USER_ARN;
import static io.claviger.access.Samples.USER_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.Arn;
import io.claviger.policy.decide.RequestContext;
import io.claviger.wire.http.HttpRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallContextTest {

  private final TestAccounts accounts = new TestAccounts();

  CallContextTest() {
    Tags tags = new Tags(List.of(new Tags.Tag("Team", "red"), new Tags.Tag("floor", "2")));
    accounts.put(
        ACCOUNT,
        User.create(USER_ID, "/", "bob", NOW, tags, null),
        Samples.deployer("{}").withTags(tags));
  }

  private static HttpRequest request(HttpRequest.Header... headers) {
    try {
      InetAddress peer = InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, 7});
      return new HttpRequest(
          "POST", "/", "", List.of(headers), InputStream.nullInputStream(), peer, true);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, String> keys(Caller caller, HttpRequest request) {
    RequestContext context =
        CallContext.of(caller, request, "eu-north-1", NOW.plusSeconds(90), accounts);
    Map<String, String> result = new TreeMap<>();
    context.all().forEach((key, value) -> result.put(key, String.join("|", value.all())));
    return result;
  }

  private Map<String, String> callerKeys(Caller caller) {
    Map<String, String> result = keys(caller, request());
    assertEquals("2026-01-01T12:01:30Z", result.remove("aws:currenttime"));
    assertEquals("1767268890", result.remove("aws:epochtime"));
    assertEquals("eu-north-1", result.remove("aws:requestedregion"));
    assertEquals("true", result.remove("aws:securetransport"));
    assertEquals("203.0.113.7", result.remove("aws:sourceip"));
    assertEquals("false", result.remove("aws:viaawsservice"));
    // Who does not sign is not asked.
    String isService = caller instanceof Caller.Anonymous ? null : "false";
    assertEquals(isService, result.remove("aws:principalisawsservice"));
    return result;
  }

  private static Session fullSession() {
    return Samples.withLimits(
        Samples.fullSession(),
        null,
        List.of(),
        List.of(new Tags.Tag("team", "blue"), new Tags.Tag("stage", "prod")));
  }

  @Test
  void rootHasNoName() {
    assertEquals(
        Map.of(
            "aws:principalaccount", "111122223333",
            "aws:principalarn", "arn:aws:iam::111122223333:root",
            "aws:principaltype", "Account",
            "aws:userid", "111122223333"),
        callerKeys(new Caller.Root(ACCOUNT, "AKIA1", null)));
  }

  @Test
  void userWithLongTermKeyHasTagsAndNoTokenKeys() {
    assertEquals(
        Map.of(
            "aws:principalaccount", "111122223333",
            "aws:principalarn", "arn:aws:iam::111122223333:user/bob",
            "aws:principaltype", "User",
            "aws:principaltag/team", "red",
            "aws:principaltag/floor", "2",
            "aws:userid", USER_ID,
            "aws:username", "bob"),
        callerKeys(new Caller.IamUser(ACCOUNT, USER_ID, USER_ARN, "AKIA1", null)));
  }

  @Test
  void userWithSessionTokenHasTokenKeys() {
    Session session = Samples.bareSession(Session.Kind.SESSION_TOKEN).withMfa(NOW.minusSeconds(10));
    Map<String, String> keys =
        callerKeys(new Caller.IamUser(ACCOUNT, USER_ID, USER_ARN, "ASIA1", session));
    assertEquals("User", keys.get("aws:principaltype"));
    assertEquals("true", keys.get("aws:multifactorauthpresent"));
    assertEquals("100", keys.get("aws:multifactorauthage"));
    assertEquals("2026-01-01T12:00:00Z", keys.get("aws:tokenissuetime"));
  }

  @Test
  void renamedUserIsKnownByThePresentName() {
    User bob = accounts.home().users().byId(USER_ID).orElseThrow();
    accounts.put(ACCOUNT, bob.renamed("/x/", "rob"));
    Map<String, String> keys =
        callerKeys(new Caller.IamUser(ACCOUNT, USER_ID, USER_ARN, "AKIA1", null));
    assertEquals("rob", keys.get("aws:username"));
    assertEquals("arn:aws:iam::111122223333:user/x/rob", keys.get("aws:principalarn"));
  }

  @Test
  void roleSessionIsKnownByTheRoleAndItsTagsAreOverridden() {
    assertEquals(
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("aws:principalaccount", "111122223333"),
                Map.entry("aws:principalarn", "arn:aws:iam::111122223333:role/app/Deployer"),
                Map.entry("aws:principaltype", "AssumedRole"),
                Map.entry("aws:principaltag/team", "blue"),
                Map.entry("aws:principaltag/floor", "2"),
                Map.entry("aws:principaltag/stage", "prod"),
                Map.entry("aws:userid", ROLE_ID + ":build-7"),
                Map.entry("aws:sourceidentity", "alice"),
                Map.entry("aws:tokenissuetime", "2026-01-01T12:00:00Z"),
                Map.entry("aws:multifactorauthpresent", "true"),
                Map.entry("aws:multifactorauthage", "150"))),
        callerKeys(new Caller.RoleSession(ACCOUNT, ROLE_ID, ROLE_ARN, "ASIA1", fullSession())));
  }

  @Test
  void federatedUserHasTheUsersTags() {
    Session session = Samples.bareSession(Session.Kind.FEDERATION);
    assertEquals(
        Map.of(
            "aws:principalaccount", "111122223333",
            "aws:principalarn", "arn:aws:sts::111122223333:federated-user/s1",
            "aws:principaltype", "FederatedUser",
            "aws:principaltag/team", "red",
            "aws:principaltag/floor", "2",
            "aws:userid", "111122223333:s1",
            "aws:tokenissuetime", "2026-01-01T12:00:00Z",
            "aws:multifactorauthpresent", "false"),
        callerKeys(new Caller.FederatedUser(ACCOUNT, USER_ID, USER_ARN, "ASIA1", session)));
  }

  @Test
  void anonymousCallerHasNoArn() {
    assertEquals(
        Map.of(
            "aws:principalaccount", "anonymous",
            "aws:principaltype", "Anonymous",
            "aws:userid", "anonymous"),
        callerKeys(new Caller.Anonymous()));
  }

  @Test
  void headersGiveUserAgentAndReferer() {
    HttpRequest request =
        request(
            new HttpRequest.Header("user-agent", "aws-cli/2"),
            new HttpRequest.Header("Referer", "https://console"));
    Map<String, String> keys = keys(new Caller.Anonymous(), request);
    assertEquals("aws-cli/2", keys.get("aws:useragent"));
    assertEquals("https://console", keys.get("aws:referer"));
    assertFalse(callerKeys(new Caller.Anonymous()).containsKey("aws:referer"));
  }

  @Test
  void Abuse_034_headersCannotSetServerKeys() {
    HttpRequest.Header[] headers =
        CallContext.KEYS.stream()
            .filter(key -> !key.equals("aws:UserAgent") && !key.equals("aws:Referer"))
            .map(key -> new HttpRequest.Header(key, "forged"))
            .toArray(HttpRequest.Header[]::new);
    Caller caller = new Caller.IamUser(ACCOUNT, USER_ID, USER_ARN, "AKIA1", null);
    assertEquals(keys(caller, request()), keys(caller, request(headers)));
    HttpRequest forwarded =
        request(
            new HttpRequest.Header("X-Forwarded-For", "10.0.0.1"),
            new HttpRequest.Header("X-Forwarded-Proto", "http"));
    assertEquals(keys(caller, request()), keys(caller, forwarded));
  }

  @Test
  void sessionTellsWhoVouchedForIt() {
    Caller caller =
        new Caller.RoleSession(ACCOUNT, ROLE_ID, ROLE_ARN, "ASIA1", Samples.federatedSession());
    Map<String, String> keys = keys(caller, request());
    assertEquals(Samples.PROVIDER, keys.get("aws:federatedprovider"));
    assertEquals("ann", keys.get("idp.example.com:sub"));
    assertEquals("us", keys.get("idp.example.com:aud"));
    assertEquals(ROLE_ARN.toString(), keys.get("aws:principalarn"));
  }

  @Test
  void Abuse_034_tokensCannotSetServerKeys() {
    Map<String, String> keys = keys(Samples.webIdentity("aws:SourceIp"), request());
    assertEquals(
        keys(new Caller.Anonymous(), request()).get("aws:sourceip"), keys.get("aws:sourceip"));
    assertEquals("ann", keys.get("idp.example.com:sub"));
    assertEquals(Samples.PROVIDER, keys.get("aws:federatedprovider"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:MultiFactorAuthPresent",
        "AWS:MULTIFACTORAUTHPRESENT",
        "aws:PrincipalTag/team",
        "aws:PrincipalOrgID",
        "aws:CalledVia",
        "aws:SourceVpce",
        "aws:FederatedProvider",
        "aws:userid",
        "aws:ResourceAccount"
      })
  void Abuse_034_operationsCannotSetServerKeys(String key) {
    RequestContext given = RequestContext.EMPTY.with(key, "forged").with("sts:ExternalId", "x");
    RequestContext kept = CallContext.operationKeys(given);
    assertEquals(RequestContext.EMPTY.with("sts:ExternalId", "x"), kept);
  }

  @Test
  void operationsSayTheirOwnKeys() {
    RequestContext given =
        RequestContext.EMPTY
            .with("aws:RequestTag/team", "blue")
            .with("aws:ResourceTag/team", "red")
            .with("aws:TagKeys", List.of("team"))
            .with("iam:PolicyARN", "arn:aws:iam::aws:policy/x");
    assertEquals(given, CallContext.operationKeys(given));
  }

  @Test
  void everyKeyThatIsFilledInIsListed() {
    HttpRequest request =
        request(new HttpRequest.Header("user-agent", "a"), new HttpRequest.Header("referer", "b"));
    Map<String, String> keys =
        keys(new Caller.RoleSession(ACCOUNT, ROLE_ID, ROLE_ARN, "ASIA1", fullSession()), request);
    keys.putAll(keys(new Caller.IamUser(ACCOUNT, USER_ID, USER_ARN, "AKIA1", null), request));
    keys.putAll(keys(Samples.webIdentity("aws:FederatedProvider"), request));
    keys.remove("idp.example.com:sub");
    List<String> listed =
        CallContext.KEYS.stream().map(key -> key.toLowerCase(java.util.Locale.ROOT)).toList();
    keys.keySet().removeIf(key -> key.startsWith("aws:principaltag/"));
    assertTrue(listed.containsAll(keys.keySet()), keys.keySet().toString());
    // The account of the resource differs with each pair to authorize, and is added there.
    assertEquals(keys.size() + 2, listed.size());
  }

  @Test
  void sessionArnLeavesOutTheRolesPath() {
    assertEquals(
        Arn.parse("arn:aws:sts::111122223333:assumed-role/Deployer/s"),
        CallerIdentity.sessionArn(ACCOUNT, ROLE_ARN, "s"));
  }
}
