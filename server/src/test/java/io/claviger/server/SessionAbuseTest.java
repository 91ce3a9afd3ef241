package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// Attacks with and on temporary credentials, from outside.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionAbuseTest {

  private static final String IDENTITY = Site.form(Site.STS, "GetCallerIdentity");

  private final Site site = Site.start();
  private final Signer user = site.user("ann", Policies.allow("iam:*\",\"sts:*"));
  private final String admin = site.role("admin", trusted(), Policies.allow("iam:*\",\"sts:*"));
  private final String other = site.role("other", trusted());

  @AfterAll
  void close() {
    site.close();
  }

  private String trusted() {
    return "arn:aws:iam::" + site.account + ":root";
  }

  private Answer assume(Signer signer, String role, String... more) {
    String[] all = new String[more.length + 4];
    all[0] = "RoleArn";
    all[1] = role;
    all[2] = "RoleSessionName";
    all[3] = "ses";
    System.arraycopy(more, 0, all, 4, more.length);
    return site.sts(signer, "AssumeRole", all);
  }

  @Test
  void honestSessionWorksInTheSdk() {
    try (StsClient sts = site.stsClient(user)) {
      Credentials made =
          sts.assumeRole(input -> input.roleArn(admin).roleSessionName("sdk")).credentials();
      Signer session = new Signer(made.accessKeyId(), made.secretAccessKey(), made.sessionToken());
      site.secret(made.secretAccessKey());
      site.secret(made.sessionToken());
      try (IamClient iam = site.iamClient(session);
          StsClient own = site.stsClient(session)) {
        assertEquals("ann", iam.getUser(input -> input.userName("ann")).user().userName());
        assertEquals(
            "arn:aws:sts::" + site.account + ":assumed-role/admin/sdk",
            own.getCallerIdentity().arn());
      }
    }
  }

  @Test
  void Abuse_010_sessionKeyIsNothingWithoutItsToken() {
    Signer session = assume(user, admin).credentials();
    RawRequest header = site.signed(session, Site.STS, IDENTITY);
    site.send(header).requireSuccess();
    site.send(header.without("X-Amz-Security-Token")).requireError(403, "InvalidClientTokenId");
    RawRequest url = site.presigned(session.withToken(null), Site.STS, IDENTITY);
    site.send(url).requireError(403, "InvalidClientTokenId");
    site.send(site.presigned(session, Site.STS, IDENTITY)).requireSuccess();
  }

  @Test
  void Abuse_010_tokenOnALongTermKeyIsRefused() {
    Signer session = assume(user, admin).credentials();
    String code = "InvalidClientTokenId";
    site.send(site.signed(user.withToken(session.token()), Site.STS, IDENTITY))
        .requireError(403, code);
    site.send(site.presigned(user.withToken(session.token()), Site.STS, IDENTITY))
        .requireError(403, code);
    site.send(
            site.signed(user, Site.STS, IDENTITY)
                .withAdded("X-Amz-Security-Token", String.valueOf(session.token())))
        .requireError(403, code);
  }

  @Test
  void Abuse_011_tokenOfAnotherSessionOfTheSameRoleIsRefused() {
    Signer one = assume(user, admin).credentials();
    Signer two = assume(user, admin).credentials();
    site.sts(one, "GetCallerIdentity").requireSuccess();
    site.sts(one.withToken(two.token()), "GetCallerIdentity")
        .requireError(403, "InvalidClientTokenId");
    site.send(site.presigned(two.withToken(one.token()), Site.STS, IDENTITY))
        .requireError(403, "InvalidClientTokenId");
    RawRequest swapped = site.signed(one, Site.STS, IDENTITY);
    site.send(swapped.with("X-Amz-Security-Token", String.valueOf(two.token())))
        .requireError(403, "InvalidClientTokenId");
  }

  @Test
  void Abuse_049_restrictedSessionMintsNoBroaderCredentials() {
    String little = Policies.of(Policies.allow("iam:ListUsers"));
    Signer role = assume(user, admin, "Policy", little).credentials();
    Signer federated =
        site.sts(user, "GetFederationToken", "Name", "fed", "Policy", little).credentials();
    Signer plain = site.sts(user, "GetSessionToken").credentials();
    site.iam(role, "ListUsers").requireSuccess();
    for (Signer session : List.of(role, federated, plain)) {
      String code = session.equals(role) ? "AccessDenied" : "InvalidClientTokenId";
      mint(session, code);
      site.sts(session, "GetSessionToken").requireError(403, "AccessDenied");
      site.sts(session, "GetFederationToken", "Name", "fed").requireError(403, "AccessDenied");
    }
    assume(role, other).requireError(403, "AccessDenied");
    assume(federated, other).requireError(403, "AccessDenied");
    // The user's own rights, which GetSessionToken without MFA does not narrow for STS.
    assume(plain, other).requireSuccess();
    mint(assume(user, admin).credentials(), "");
  }

  /// Every way to long-term credentials or more rights for one's own, on a user made for it.
  private void mint(Signer session, String code) {
    String name = "m" + session.keyId();
    site.user(name);
    String all = Policies.of(Policies.allow("*"));
    List<Answer> answers =
        List.of(
            site.iam(session, "CreateAccessKey", "UserName", name),
            site.iam(
                session, "CreateLoginProfile", "UserName", name, "Password", "Correct-Horse-9"),
            site.iam(
                session,
                "PutUserPolicy",
                "UserName",
                name,
                "PolicyName",
                "x",
                "PolicyDocument",
                all),
            site.iam(
                session,
                "AttachUserPolicy",
                "UserName",
                name,
                "PolicyArn",
                "arn:aws:iam::aws:policy/AdministratorAccess"),
            site.iam(
                session,
                "PutRolePolicy",
                "RoleName",
                "admin",
                "PolicyName",
                "x",
                "PolicyDocument",
                all),
            site.iam(
                session,
                "UpdateAssumeRolePolicy",
                "RoleName",
                "admin",
                "PolicyDocument",
                Policies.trusting(trusted())));
    answers.forEach(answer -> assertEquals(code, answer.code(), answer.body()));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 400",
    "0, 400",
    "899, 400",
    "900, 200",
    "3600, 200",
    "3601, 400",
    "43201, 400",
    "99999999999, 400",
    "900.5, 400",
    "'', 400"
  })
  void Abuse_064_durationOfARoleSession(String seconds, int status) {
    Answer answer = assume(user, admin, "DurationSeconds", seconds);
    assertEquals(status, answer.status(), answer.body());
    if (status == 200) {
      assertEquals(
          site.clock.instant().plusSeconds(Long.parseLong(seconds)),
          Instant.parse(answer.value("Expiration")));
    }
  }

  @Test
  void Abuse_064_chainEndsWithinTheHourAndRootsSessionToo() {
    site.iam(site.root, "UpdateRole", "RoleName", "other", "MaxSessionDuration", "43200")
        .requireSuccess();
    assume(user, other, "DurationSeconds", "43200").requireSuccess();
    Signer first = assume(user, admin).credentials();
    assume(first, other, "DurationSeconds", "3600").requireSuccess();
    assume(first, other, "DurationSeconds", "3601").requireError(400, "ValidationError");
    Answer root = site.sts(site.root, "GetSessionToken", "DurationSeconds", "7200");
    assertEquals(site.clock.instant().plusSeconds(3600), Instant.parse(root.value("Expiration")));
    site.sts(user, "GetFederationToken", "Name", "fed", "DurationSeconds", "129600")
        .requireSuccess();
    site.sts(user, "GetFederationToken", "Name", "fed", "DurationSeconds", "129601")
        .requireError(400, "ValidationError");
  }

  @Test
  void Abuse_066_alteredTokenIsRefused() {
    Signer session = assume(user, admin).credentials();
    String token = String.valueOf(session.token());
    long seed = 66;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 40; i++) {
      int at = random.nextInt(token.length());
      String flipped = token.substring(0, at) + flip(token.charAt(at)) + token.substring(at + 1);
      refused(session.withToken(flipped), "seed " + seed + ", character " + at);
    }
    refused(session.withToken(token.substring(1)), "beheaded");
    refused(session.withToken(token.substring(0, token.length() - 4)), "cut");
    refused(session.withToken(token + "AAAA"), "extended");
    refused(session.withToken(token + token), "doubled");
    refused(session.withToken("A".repeat(4096)), "garbage");
    site.sts(session, "GetCallerIdentity").requireSuccess();
  }

  /// Another character of the alphabet, one bit away where there is one.
  private static char flip(char c) {
    char near = (char) (c ^ 1);
    return Character.isLetterOrDigit(near) && near < 0x80 ? near : c == 'A' ? 'B' : 'A';
  }

  private void refused(Signer signer, String what) {
    Answer answer = site.sts(signer, "GetCallerIdentity");
    assertEquals("403 InvalidClientTokenId", answer.status() + " " + answer.code(), what);
  }

  @Test
  void Abuse_068_sessionTokenWithoutMfaIsLittle() {
    Signer session = site.sts(user, "GetSessionToken").credentials();
    site.iam(session, "ListUsers").requireError(403, "InvalidClientTokenId");
    site.iam(session, "GetUser").requireError(403, "InvalidClientTokenId");
    site.sts(session, "GetCallerIdentity").requireSuccess();
    assume(session, other).requireSuccess();
    for (String action :
        List.of(
            "GetSessionToken",
            "GetFederationToken",
            "GetAccessKeyInfo",
            "DecodeAuthorizationMessage")) {
      site.sts(session, action).requireError(403, "AccessDenied");
    }
  }

  @Test
  void Abuse_068_sessionTokenWithMfaCallsIam() {
    Signer mia = site.user("mia", Policies.allow("iam:ListUsers"));
    MfaDevice device = MfaDevice.of(site, "mia");
    String code = device.code(site.clock.instant());
    String[] shown = {"SerialNumber", device.serial(), "TokenCode", code};
    Signer session = site.sts(mia, "GetSessionToken", shown).credentials();
    site.iam(session, "ListUsers").requireSuccess();
    site.sts(mia, "GetSessionToken", shown).requireError(403, "AccessDenied");
  }

  @Test
  void Abuse_070_sourceIdentityStaysAlongAChain() {
    Signer first = assume(user, admin, "SourceIdentity", "alice").credentials();
    assume(first, other, "SourceIdentity", "bob").requireError(403, "AccessDenied");
    assertEquals("alice", assume(first, other).requireSuccess().value("SourceIdentity"));
    assume(first, other, "SourceIdentity", "alice").requireSuccess();
  }

  @Test
  void Abuse_070_sessionTagNeedsItsPermission() {
    Signer bare = site.user("bare", Policies.allow("sts:AssumeRole"));
    String[] tags = {"Tags.member.1.Key", "team", "Tags.member.1.Value", "root"};
    assume(bare, other).requireSuccess();
    assume(bare, other, tags).requireError(403, "AccessDenied");
    assume(bare, other, "SourceIdentity", "xavier").requireError(403, "AccessDenied");
    Answer denied = assume(bare, other, tags);
    assertTrue(denied.value("Message").contains("sts:TagSession"), denied.body());
    assume(user, other, tags).requireSuccess();
  }
}
