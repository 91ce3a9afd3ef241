package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.CallContext;
import io.claviger.base.AccountId;
import io.claviger.wire.http.UrlEncoded;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on what the server knows of a caller: what a client says of itself counts for nothing,
/// and nobody is taken for somebody of the same name.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContextAbuseTest {

  private static final String USERS = Site.form(Site.IAM, "ListUsers");

  private final Site site = Site.start();

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void Abuse_034_parametersSetNoConditionKey() {
    Signer user = site.user("forger");
    for (String template : CallContext.KEYS) {
      String key = template.replace("${TagKey}", "team");
      site.allow("forger", Policies.allowIf("iam:ListUsers", like(key)));
      String name = UrlEncoded.encode(key);
      String form = USERS + '&' + name + "=forged&Context." + name + "=forged";
      RawRequest request = site.post(form).withAdded("aws-" + key.substring(4), "forged");
      Answer answer = site.send(user.sign(clean(request), Site.IAM, site.clock.instant()));
      answer.requireError(403, "AccessDenied");
    }
  }

  private static String like(String key) {
    return "\"StringLike\":{\"%s\":\"forged\"}".formatted(key);
  }

  /// A slash can stand in no header's name.
  private static RawRequest clean(RawRequest request) {
    return request.headers().stream().anyMatch(header -> header.name().contains("/"))
        ? request.without("aws-PrincipalTag/team")
        : request;
  }

  /// The two keys that are the client's own words.
  @ParameterizedTest
  @ValueSource(strings = {"User-Agent", "Referer"})
  void Abuse_034_honestHeadersAreKeys(String header) {
    String name = "with-" + header;
    Signer user =
        site.user(name, Policies.allowIf("iam:ListUsers", like("aws:" + header.replace("-", ""))));
    RawRequest request = site.post(USERS).withAdded(header, "forged");
    site.send(user.sign(request, Site.IAM, site.clock.instant())).requireSuccess();
    site.send(user.sign(site.post(USERS), Site.IAM, site.clock.instant()))
        .requireError(403, "AccessDenied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "Forwarded",
        "X-Real-IP",
        "True-Client-IP",
        "CF-Connecting-IP",
        "X-Client-IP",
        "Via"
      })
  void Abuse_035_sourceAddressIsTheSockets(String header) {
    String inside = "\"IpAddress\":{\"aws:SourceIp\":\"%s\"}";
    Signer far =
        site.user(
            "far-" + header, Policies.allowIf("iam:ListUsers", inside.formatted("10.0.0.0/8")));
    Signer near =
        site.user(
            "near-" + header, Policies.allowIf("iam:ListUsers", inside.formatted("127.0.0.0/8")));
    RawRequest request = site.post(USERS);
    for (String value : List.of("10.1.2.3", "for=10.1.2.3", "10.1.2.3, 127.0.0.1")) {
      RawRequest claimed = request.withAdded(header, value);
      site.send(far.sign(claimed, Site.IAM, site.clock.instant()))
          .requireError(403, "AccessDenied");
      Answer served = site.send(near.sign(claimed, Site.IAM, site.clock.instant()));
      served.requireSuccess();
      assertEquals("127.0.0.1", site.event(served).sourceIpAddress());
    }
  }

  @Test
  void Abuse_045_sameNamesInTwoAccountsAreNotConfused() {
    AccountId second = site.unusedAccount();
    Signer otherRoot = site.newAccount(second);
    twins(site.root, site.account, Policies.allow("iam:*\",\"sts:*"));
    twins(otherRoot, second, Policies.allow("iam:ListRoles"));
    Signer first = site.newKey("twin");
    Answer made = site.iam(otherRoot, "CreateAccessKey", "UserName", "twin").requireSuccess();
    Signer other = new Signer(made.value("AccessKeyId"), made.value("SecretAccessKey"), null);
    for (int i = 0; i < 3; i++) {
      site.iam(first, "ListUsers").requireSuccess();
      site.iam(other, "ListUsers").requireError(403, "AccessDenied");
      site.iam(other, "ListRoles").requireSuccess();
    }
    String firstRole = "arn:aws:iam::" + site.account + ":role/twin";
    String otherRole = "arn:aws:iam::" + second + ":role/twin";
    Signer session = assume(first, firstRole).credentials();
    assume(other, otherRole).requireSuccess();
    assume(other, firstRole).requireError(403, "AccessDenied");
    assume(first, otherRole).requireError(403, "AccessDenied");
    assertEquals(site.account.digits(), site.sts(session, "GetCallerIdentity").value("Account"));
    Answer mine = site.iam(first, "GetUser", "UserName", "twin").requireSuccess();
    Answer theirs = site.iam(otherRoot, "GetUser", "UserName", "twin").requireSuccess();
    assertNotEquals(mine.value("UserId"), theirs.value("UserId"));
    assertEquals(site.account, site.event(mine).account());
    assertEquals(second, site.event(theirs).account());
    site.iam(first, "DeleteAccessKey", "UserName", "twin", "AccessKeyId", other.keyId())
        .requireError(404, "NoSuchEntity");
    site.iam(
            site.root,
            "UpdateAccessKey",
            "UserName",
            "twin",
            "AccessKeyId",
            first.keyId(),
            "Status",
            "Inactive")
        .requireSuccess();
    site.sts(other, "GetCallerIdentity").requireSuccess();
  }

  /// A user, a group, a role and a policy, named alike in every account.
  private void twins(Signer root, AccountId account, String statement) {
    String arns = "arn:aws:iam::" + account;
    site.iam(root, "CreateUser", "UserName", "twin").requireSuccess();
    site.iam(root, "CreateGroup", "GroupName", "twins").requireSuccess();
    site.iam(root, "AddUserToGroup", "GroupName", "twins", "UserName", "twin").requireSuccess();
    String trust = Policies.trusting(arns + ":user/twin");
    site.iam(root, "CreateRole", "RoleName", "twin", "AssumeRolePolicyDocument", trust)
        .requireSuccess();
    String document = Policies.of(statement);
    site.iam(root, "CreatePolicy", "PolicyName", "twin", "PolicyDocument", document)
        .requireSuccess();
    String policy = arns + ":policy/twin";
    site.iam(root, "AttachGroupPolicy", "GroupName", "twins", "PolicyArn", policy).requireSuccess();
  }

  private Answer assume(Signer signer, String role) {
    return site.sts(signer, "AssumeRole", "RoleArn", role, "RoleSessionName", "ses");
  }

  @Test
  void Abuse_057_recreatedUserIsAnother() {
    Signer old = site.user("bob", Policies.allow("sts:*\",\"iam:*"));
    Signer session = site.sts(old, "GetSessionToken").credentials();
    Signer federated = site.sts(old, "GetFederationToken", "Name", "fed").credentials();
    String role = site.role("of-bob", "arn:aws:iam::" + site.account + ":user/bob");
    assume(old, role).requireSuccess();
    delete("bob", old);
    Signer recreated = site.user("bob", Policies.allow("iam:*"));
    for (Signer dead : List.of(old, session, federated)) {
      site.sts(dead, "GetCallerIdentity").requireError(403, "InvalidClientTokenId");
    }
    site.sts(recreated, "GetCallerIdentity").requireSuccess();
    assume(recreated, role).requireError(403, "AccessDenied");
    String trust = site.iam(site.root, "GetRole", "RoleName", "of-bob").requireSuccess().body();
    assertTrue(trust.contains("AIDA"), trust);
    site.iam(
            site.root,
            "UpdateAssumeRolePolicy",
            "RoleName",
            "of-bob",
            "PolicyDocument",
            Policies.trusting("arn:aws:iam::" + site.account + ":user/bob"))
        .requireSuccess();
    assume(recreated, role).requireSuccess();
  }

  private void delete(String user, Signer key) {
    site.iam(site.root, "DeleteUserPolicy", "UserName", user, "PolicyName", "p").requireSuccess();
    site.iam(site.root, "DeleteAccessKey", "UserName", user, "AccessKeyId", key.keyId())
        .requireSuccess();
    site.iam(site.root, "DeleteUser", "UserName", user).requireSuccess();
  }

  @Test
  void Abuse_057_recreatedRoleIsAnother() {
    Signer user = site.user("eve", Policies.allow("sts:AssumeRole"));
    String trusted = "arn:aws:iam::" + site.account + ":root";
    String role = site.role("again", trusted);
    String onward = site.role("onward", role);
    Signer old = assume(user, role).credentials();
    assume(old, onward).requireSuccess();
    site.iam(site.root, "DeleteRole", "RoleName", "again").requireSuccess();
    site.sts(old, "GetCallerIdentity").requireError(403, "InvalidClientTokenId");
    assertEquals(role, site.role("again", trusted));
    site.sts(old, "GetCallerIdentity").requireError(403, "InvalidClientTokenId");
    Signer recreated = assume(user, role).credentials();
    assume(recreated, onward).requireError(403, "AccessDenied");
  }
}
