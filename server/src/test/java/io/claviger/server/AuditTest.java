package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.claviger.account.AuditEvent;
import io.claviger.base.AccountId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One event stays of every call, whatever became of it, two of a call across accounts, and no
/// secret in any.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {

  private final Site site = Site.start();
  private final Signer ann = site.user("ann", Policies.allow("iam:ListUsers"));

  @AfterAll
  void close() {
    site.close();
  }

  private static void common(Site site, AuditEvent event, String service, String operation) {
    assertEquals(service + ".amazonaws.com", event.eventSource());
    assertEquals(operation, event.eventName());
    assertEquals(site.clock.instant(), event.eventTime());
    assertEquals("127.0.0.1", event.sourceIpAddress());
    assertEquals(Signer.REGION, event.region());
  }

  private void failed(AuditEvent event, Answer answer) {
    assertEquals(answer.code(), event.errorCode());
    assertEquals(answer.value("Message"), event.errorMessage());
    assertNull(event.responseElements());
  }

  @Test
  void readThatSucceeded() {
    RawRequest request =
        site.post(Site.form(Site.IAM, "ListUsers", "PathPrefix", "/"))
            .withAdded("User-Agent", "a client/1.0");
    AuditEvent event =
        site.event(site.send(ann.sign(request, Site.IAM, site.clock.instant())).requireSuccess());
    common(site, event, "iam", "ListUsers");
    assertTrue(event.readOnly());
    assertEquals(site.account, event.account());
    assertEquals("a client/1.0", event.userAgent());
    assertEquals("{\"pathPrefix\":\"/\"}", event.requestParameters());
    assertNull(event.responseElements());
    assertNull(event.errorCode());
    assertNull(event.errorMessage());
    assertNull(event.decidingLayer());
    assertTrue(event.identity().contains("\"type\":\"IAMUser\""), event.identity());
    assertTrue(event.identity().contains("\"accessKeyId\":\"" + ann.keyId()), event.identity());
    assertTrue(event.identity().contains("\"userName\":\"ann\""), event.identity());
  }

  @Test
  void writeThatSucceeded() {
    Answer answer = site.iam(site.root, "CreateGroup", "GroupName", "g").requireSuccess();
    AuditEvent event = site.event(answer);
    common(site, event, "iam", "CreateGroup");
    assertFalse(event.readOnly());
    assertEquals(site.account, event.account());
    assertTrue(event.identity().contains("\"type\":\"Root\""), event.identity());
    assertEquals("{\"groupName\":\"g\"}", event.requestParameters());
    assertTrue(
        String.valueOf(event.responseElements()).contains(answer.value("GroupId")),
        event.toString());
    assertNull(event.errorCode());
  }

  @Test
  void callThatWasDenied() {
    Answer answer = site.iam(ann, "CreateUser", "UserName", "x");
    answer.requireError(403, "AccessDenied");
    AuditEvent event = site.event(answer);
    common(site, event, "iam", "CreateUser");
    failed(event, answer);
    assertFalse(event.readOnly());
    assertEquals(site.account, event.account());
    assertEquals("{\"userName\":\"x\"}", event.requestParameters());
    assertNotNull(event.decidingLayer());
  }

  @Test
  void callWithAWrongSignatureIsNobodys() {
    Answer answer = site.iam(ann.withSecret("guess"), "ListUsers");
    answer.requireError(403, "SignatureDoesNotMatch");
    AuditEvent event = site.event(answer);
    common(site, event, "iam", "ListUsers");
    failed(event, answer);
    assertNull(event.account());
    assertNull(event.requestParameters());
    assertEquals("{\"type\":\"Unknown\"}", event.identity());
  }

  @ParameterizedTest
  @CsvSource({
    "Action=NoSuchThing&Version=2010-05-08, NoSuchThing, InvalidAction, 400",
    "Action=ListUsers&Version=2000-01-01, ListUsers, InvalidAction, 400",
    "Action=CreateUser&Version=2010-05-08, CreateUser, ValidationError, 400",
    "Action=CreateUser&Version=2010-05-08&UserName.x=1, CreateUser, MalformedInput, 400"
  })
  void callThatCannotBeServed(String form, String operation, String code, int status) {
    Answer answer = site.send(site.signed(site.root, Site.IAM, form));
    answer.requireError(status, code);
    AuditEvent event = site.event(answer);
    common(site, event, "iam", operation);
    failed(event, answer);
    assertEquals(site.account, event.account());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Action=ListUsers&Action=ListUsers",
        "Action=ListUsers&Version=%zz",
        "Version=2010-05-08",
        "",
        "{}"
      })
  void callThatCannotBeRead(String form) {
    for (RawRequest request :
        new RawRequest[] {site.signed(site.root, Site.IAM, form), site.post(form)}) {
      Answer answer = site.send(request);
      assertTrue(answer.status() >= 400 && answer.status() < 500, answer.toString());
      failed(site.event(answer), answer);
    }
  }

  /// A role of another account that trusts this one; its ARN.
  private String roleElsewhere(Signer otherRoot, String name) {
    return site.iam(
            otherRoot,
            "CreateRole",
            "RoleName",
            name,
            "AssumeRolePolicyDocument",
            Policies.trusting(site.account.digits()))
        .requireSuccess()
        .value("Arn");
  }

  private AuditEvent eventIn(AccountId account, Answer answer) {
    return site.eventsOf(answer).stream()
        .filter(event -> account.equals(event.account()))
        .reduce((one, other) -> fail("Two events of one account: " + one + other))
        .orElseThrow();
  }

  @Test
  void bothAccountsAreToldOfARoleThatIsAssumedAcrossThem() {
    AccountId other = site.unusedAccount();
    String role = roleElsewhere(site.newAccount(other), "r");
    Signer user = site.user("traveller", Policies.allow("sts:AssumeRole"));
    Answer answer = site.sts(user, "AssumeRole", "RoleArn", role, "RoleSessionName", "ses");
    Signer session = answer.credentials();
    assertEquals(2, site.eventsOf(answer).size());
    AuditEvent there = eventIn(other, answer);
    AuditEvent here = eventIn(site.account, answer);
    for (AuditEvent event : List.of(there, here)) {
      common(site, event, "sts", "AssumeRole");
      assertTrue(String.valueOf(event.responseElements()).contains(session.keyId()));
    }
    assertNotEquals(there.eventId(), here.eventId());
    assertNotNull(there.sharedEventId());
    assertEquals(there.sharedEventId(), here.sharedEventId());
    assertTrue(here.identity().contains("\"userName\":\"traveller\""), here.identity());
    assertTrue(there.identity().contains("\"type\":\"AWSAccount\""), there.identity());
    assertTrue(there.identity().contains(site.account.digits()), there.identity());
    assertFalse(there.identity().contains("traveller"), there.identity());
  }

  @Test
  void onlyTheCallersAccountIsToldOfARoleThatIsNot() {
    AccountId other = site.unusedAccount();
    String role = roleElsewhere(site.newAccount(other), "r");
    Answer answer = site.sts(ann, "AssumeRole", "RoleArn", role, "RoleSessionName", "ses");
    AuditEvent event = site.event(answer);
    failed(event, answer);
    assertEquals(site.account, event.account());
    assertNull(event.sharedEventId());
    assertTrue(event.identity().contains("\"userName\":\"ann\""), event.identity());
  }

  @Test
  void roleSessionsCallsAreTheRolesAccounts() {
    AccountId other = site.unusedAccount();
    String role = roleElsewhere(site.newAccount(other), "r");
    Signer user = site.user("guest", Policies.allow("sts:AssumeRole"));
    Signer session =
        site.sts(user, "AssumeRole", "RoleArn", role, "RoleSessionName", "ses").credentials();
    AuditEvent event = site.event(site.sts(session, "GetCallerIdentity").requireSuccess());
    assertEquals(other, event.account());
    assertNull(event.sharedEventId());
    assertTrue(event.identity().contains("\"type\":\"AssumedRole\""), event.identity());
    assertTrue(event.identity().contains("\"sessionIssuer\":{\"type\":\"Role\""), event.identity());
  }

  @Test
  void federatedUserOfRootIsIssuedByRoot() {
    Signer session =
        site.sts(
                site.root,
                "GetFederationToken",
                "Name",
                "fed",
                "Policy",
                Policies.of(Policies.allow("s3:*")))
            .credentials();
    AuditEvent event = site.event(site.sts(session, "GetCallerIdentity").requireSuccess());
    assertTrue(event.identity().contains("\"sessionIssuer\":{\"type\":\"Root\""), event.identity());
  }

  /// What this makes of secrets is looked for in all events and the whole log when the site closes.
  @Test
  void Abuse_118_secretsLeaveNoTrace() {
    Signer mia = site.user("mia", Policies.allow("iam:*\",\"sts:*"));
    String first = "Battery-Staple-41!";
    String second = "Battery-Staple-42!";
    site.secret(first);
    site.secret(second);
    site.iam(site.root, "CreateLoginProfile", "UserName", "mia", "Password", first)
        .requireSuccess();
    site.iam(mia, "ChangePassword", "OldPassword", first, "NewPassword", second).requireSuccess();
    site.iam(mia, "ChangePassword", "OldPassword", first, "NewPassword", second);
    String tooLong = "long-" + "p".repeat(200);
    site.secret(tooLong);
    site.iam(site.root, "UpdateLoginProfile", "UserName", "mia", "Password", tooLong)
        .requireError(400, "ValidationError");
    MfaDevice device = MfaDevice.of(site, "mia");
    String code = device.code(site.clock.instant());
    site.secret('"' + code + '"');
    Signer session =
        site.sts(mia, "GetSessionToken", "SerialNumber", device.serial(), "TokenCode", code)
            .credentials();
    site.iam(session, "GetUser").requireSuccess();
    site.send(site.presigned(session, Site.IAM, Site.form(Site.IAM, "GetUser"))).requireSuccess();
    // Credentials that somebody put where they do not belong.
    RawRequest misplaced = site.signed(mia, Site.STS, Site.form(Site.STS, "GetCallerIdentity"));
    assertTrue(site.send(misplaced.altered(mia.keyId(), mia.secret())).status() >= 400);
    assertEquals(403, site.send(misplaced.with("Authorization", mia.secret())).status());
    site.send(site.post("Action=x").withAdded("Authorization", "Bearer " + mia.secret()));
  }
}
