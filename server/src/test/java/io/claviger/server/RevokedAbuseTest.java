package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What ends credentials, and what one kind of credential is worth as another.
class RevokedAbuseTest {

  private static final String IDENTITY = Site.form(Site.STS, "GetCallerIdentity");

  private final Site site = Site.start();

  @AfterEach
  void close() {
    site.close();
  }

  private Answer assume(Signer signer, String role) {
    return site.sts(signer, "AssumeRole", "RoleArn", role, "RoleSessionName", "ses");
  }

  /// That neither a signed header nor a presigned address is taken.
  private void assertEnded(Signer signer) {
    site.send(site.signed(signer, Site.STS, IDENTITY)).requireError(403, "InvalidClientTokenId");
    site.send(site.presigned(signer, Site.STS, IDENTITY)).requireError(403, "InvalidClientTokenId");
  }

  private void assertGood(Signer signer) {
    site.send(site.signed(signer, Site.STS, IDENTITY)).requireSuccess();
    site.send(site.presigned(signer, Site.STS, IDENTITY)).requireSuccess();
  }

  @Test
  void Abuse_063_nothingOfADeletedUserGoesOn() {
    Signer ann = site.user("ann", Policies.allow("sts:*"));
    Signer session = site.sts(ann, "GetSessionToken").credentials();
    Signer federated = site.sts(ann, "GetFederationToken", "Name", "fed").credentials();
    Signer bob = site.user("bob", Policies.allow("sts:*"));
    List.of(ann, session, federated, bob).forEach(this::assertGood);
    site.iam(site.root, "DeleteUserPolicy", "UserName", "ann", "PolicyName", "p").requireSuccess();
    site.iam(site.root, "DeleteAccessKey", "UserName", "ann", "AccessKeyId", ann.keyId())
        .requireSuccess();
    assertEnded(ann);
    site.iam(site.root, "DeleteUser", "UserName", "ann").requireSuccess();
    List.of(ann, session, federated).forEach(this::assertEnded);
    Signer namesake = site.user("ann", Policies.allow("sts:*"));
    List.of(ann, session, federated).forEach(this::assertEnded);
    List.of(bob, namesake).forEach(this::assertGood);
  }

  @Test
  void Abuse_063_inactiveKeyIsRefusedUntilItIsActiveAgain() {
    Signer ann = site.user("ann", Policies.allow("sts:*"));
    assertGood(ann);
    status(ann, "Inactive");
    assertEnded(ann);
    status(ann, "Active");
    assertGood(ann);
  }

  private void status(Signer key, String status) {
    site.iam(
            site.root,
            "UpdateAccessKey",
            "UserName",
            "ann",
            "AccessKeyId",
            key.keyId(),
            "Status",
            status)
        .requireSuccess();
  }

  @Test
  void Abuse_063_nothingOfADeletedRoleGoesOn() {
    Signer ann = site.user("ann", Policies.allow("sts:*"));
    String role = site.role("app", site.account.digits());
    Signer session = assume(ann, role).credentials();
    assertGood(session);
    site.iam(site.root, "DeleteRole", "RoleName", "app").requireSuccess();
    assertEnded(session);
    assume(ann, role).requireError(403, "AccessDenied");
    site.role("app", site.account.digits());
    assertEnded(session);
    assertGood(assume(ann, role).credentials());
  }

  @Test
  void Abuse_063_memberLosesTheGroupsRightsWithIt() {
    Signer ann = site.user("ann");
    site.iam(site.root, "CreateGroup", "GroupName", "g").requireSuccess();
    site.iam(
            site.root,
            "PutGroupPolicy",
            "GroupName",
            "g",
            "PolicyName",
            "p",
            "PolicyDocument",
            Policies.of(Policies.allow("iam:ListUsers")))
        .requireSuccess();
    site.iam(ann, "ListUsers").requireError(403, "AccessDenied");
    site.iam(site.root, "AddUserToGroup", "GroupName", "g", "UserName", "ann").requireSuccess();
    site.iam(ann, "ListUsers").requireSuccess();
    site.iam(site.root, "RemoveUserFromGroup", "GroupName", "g", "UserName", "ann")
        .requireSuccess();
    site.iam(ann, "ListUsers").requireError(403, "AccessDenied");
  }

  /// As the console's "Revoke active sessions" does it.
  ///
  /// AWS rule: IAM User Guide, "Revoke IAM role temporary security credentials".
  @Test
  void Abuse_069_sessionsFromBeforeAreRevokedToTheSecond() {
    Signer ann = site.user("ann", Policies.allow("sts:*"));
    String next = site.role("next", site.account.digits());
    String role =
        site.role("app", site.account.digits(), Policies.allow("iam:ListUsers\",\"sts:AssumeRole"));
    Signer before = assume(ann, role).credentials();
    site.clock.advance(Duration.ofSeconds(1));
    Instant revoked = site.clock.instant();
    Signer at = assume(ann, role).credentials();
    site.clock.advance(Duration.ofSeconds(1));
    Signer after = assume(ann, role).credentials();
    for (Signer session : List.of(before, at, after)) {
      site.iam(session, "ListUsers").requireSuccess();
    }
    String deny =
        "{\"Effect\":\"Deny\",\"Action\":[\"*\"],\"Resource\":[\"*\"],\"Condition\":"
            + "{\"DateLessThan\":{\"aws:TokenIssueTime\":\""
            + revoked
            + "\"}}}";
    site.iam(
            site.root,
            "PutRolePolicy",
            "RoleName",
            "app",
            "PolicyName",
            "AWSRevokeOlderSessions",
            "PolicyDocument",
            Policies.of(deny))
        .requireSuccess();
    site.iam(before, "ListUsers").requireError(403, "AccessDenied");
    site.iam(at, "ListUsers").requireSuccess();
    site.iam(after, "ListUsers").requireSuccess();
    assume(before, next).requireError(403, "AccessDenied");
    assertGood(assume(after, next).credentials());
  }

  @Test
  void Abuse_071_oneCredentialIsNoOther() {
    SamlSite idp = new SamlSite(site);
    String role = idp.role("Dev");
    String assertion = idp.signed(idp.bob(role));
    Signer ann = site.user("ann", Policies.allow("sts:*"));
    Signer session = site.sts(ann, "GetSessionToken").credentials();
    String token = String.valueOf(session.token());
    assertEquals("InvalidIdentityToken", idp.assume(role, idp.provider, token).code());
    site.send(site.signed(session.withToken("x".repeat(200)), Site.STS, IDENTITY))
        .requireError(403, "InvalidClientTokenId");
    idp.assume(role, idp.provider, assertion).requireSuccess();
  }

  /// An assertion that one account has taken is no less good in another: marks are an account's
  /// own.
  @Test
  void Abuse_071_marksOfOneAccountAreNotThoseOfAnother() {
    SamlSite here = new SamlSite(site);
    var account = site.unusedAccount();
    SamlSite there = new SamlSite(site, account, site.newAccount(account));
    String ours = here.role("Dev");
    String theirs = there.role("Dev");
    here.assume(ours, here.bob(ours)).requireSuccess();
    there.assume(theirs, there.bob(theirs)).requireSuccess();
    assertEquals("InvalidIdentityToken", here.assume(ours, here.bob(ours)).code());
  }

  @Test
  void Abuse_073_answerIsXmlWhateverIsAskedFor() {
    Signer ann = site.user("ann", Policies.allow("sts:*"));
    String evil = "arn:aws:iam::111122223333:root";
    for (String accept : List.of("application/json", "text/html", "*/*")) {
      RawRequest request =
          site.signed(ann, Site.STS, IDENTITY)
              .withAdded("Accept", accept)
              .withAdded("X-Evil", evil);
      Answer answer = site.send(request).requireSuccess();
      assertTrue(answer.head().toLowerCase(Locale.ROOT).contains("content-type: text/xml"));
      assertTrue(answer.body().startsWith("<GetCallerIdentityResponse"), answer.body());
      assertFalse((answer.head() + answer.body()).contains(evil));
    }
    Answer refused =
        site.send(site.signed(ann, Site.STS, Site.form(Site.STS, "<Arn>" + evil + "</Arn>&quot;")));
    assertFalse(refused.body().contains("<Arn>"), refused.body());
    assertEquals(List.of(), refused.values("Arn"));
  }
}
