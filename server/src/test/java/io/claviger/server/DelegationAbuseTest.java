package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AuditEvent;
import io.claviger.base.AccountId;
import io.claviger.service.iam.delegation.Notice;
import io.claviger.testkit.BucketTemplate;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Delegated credentials on a whole server, from the request to what is done with them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationAbuseTest {

  private final Site site = Site.start();
  private final AccountId partnerId = site.unusedAccount();
  private final Signer partner = site.newAccount(partnerId);
  private final Signer admin = site.user("admin", Policies.allow("*"));
  private int workflows;

  @AfterAll
  void close() {
    site.close();
  }

  private String accepted(Signer approver) {
    String id =
        site.iam(
                partner,
                "CreateDelegationRequest",
                "Description",
                "d",
                "Permissions.PolicyTemplateArn",
                BucketTemplate.ARN,
                "Permissions.Parameters.member.1.Name",
                BucketTemplate.PARAMETER,
                "Permissions.Parameters.member.1.Type",
                "string",
                "Permissions.Parameters.member.1.Values.member.1",
                "logs",
                "RequestorWorkflowId",
                "workflow-" + workflows++,
                "NotificationChannel",
                "arn:aws:sns:eu-central-1:" + partnerId + ":acme",
                "SessionDuration",
                "3600")
            .requireSuccess()
            .value("DelegationRequestId");
    step(approver, "AssociateDelegationRequest", id);
    step(approver, "AcceptDelegationRequest", id);
    return id;
  }

  private void step(Signer by, String action, String id) {
    site.iam(by, action, "DelegationRequestId", id).requireSuccess();
  }

  private String token(Signer approver) {
    step(approver, "SendDelegationToken", accepted(approver));
    Notice sent = site.notices.stream().filter(each -> each.token() != null).toList().getLast();
    String token = Objects.requireNonNull(sent.token()).reveal();
    site.secret(token);
    return token;
  }

  private Answer trade(Signer by, String token) {
    return site.sts(by, "GetDelegatedAccessToken", "TradeInToken", token);
  }

  private Signer delegate(Signer approver) {
    return trade(partner, token(approver)).requireSuccess().credentials();
  }

  @Test
  void delegateDoesWhatWasAskedForAndNothingElse() {
    Signer delegate = delegate(admin);
    site.iam(delegate, "ListUsers").requireSuccess();
    site.iam(delegate, "CreateGroup", "GroupName", "made-by-delegate").requireSuccess();
    site.iam(delegate, "ListRoles").requireError(403, "AccessDenied");
    site.iam(delegate, "DeleteUser", "UserName", "admin").requireError(403, "AccessDenied");
  }

  @Test
  void delegateOfRootIsNotRoot() {
    Signer delegate = delegate(site.root);
    site.iam(delegate, "ListUsers").requireSuccess();
    site.iam(delegate, "ListRoles").requireError(403, "AccessDenied");
    site.iam(delegate, "CreateAccessKey").requireError(400, "ValidationError");
  }

  @Test
  void delegateOfARoleIsRestrictedToo() {
    String role = site.role("ops", "arn:aws:iam::" + site.account + ":root", Policies.allow("*"));
    Signer session =
        site.sts(admin, "AssumeRole", "RoleArn", role, "RoleSessionName", "ann")
            .requireSuccess()
            .credentials();
    Signer delegate = delegate(session);
    site.iam(delegate, "ListUsers").requireSuccess();
    site.iam(delegate, "ListRoles").requireError(403, "AccessDenied");
    String identity = site.sts(delegate, "GetCallerIdentity").requireSuccess().value("Arn");
    assertEquals("arn:aws:sts::" + site.account + ":assumed-role/ops/ann", identity);
  }

  @Test
  void delegateNeitherDelegatesNorChains() {
    Signer delegate = delegate(admin);
    String id = accepted(admin);
    site.iam(delegate, "SendDelegationToken", "DelegationRequestId", id)
        .requireError(403, "AccessDenied");
    site.sts(
            delegate,
            "AssumeRole",
            "RoleArn",
            "arn:aws:iam::" + site.account + ":role/any",
            "RoleSessionName",
            "x")
        .requireError(403, "AccessDenied");
    site.sts(delegate, "GetFederationToken", "Name", "x").requireError(403, "AccessDenied");
    step(admin, "SendDelegationToken", id);
  }

  @Test
  void tokenIsThePartnersAndGoodOnce() {
    String token = token(admin);
    trade(admin, token).requireError(403, "AccessDenied");
    trade(partner, token).requireSuccess();
    trade(partner, token).requireError(400, "ExpiredTradeInTokenException");
  }

  @Test
  void rejectedRequestGivesNoToken() {
    String id = accepted(admin);
    step(admin, "RejectDelegationRequest", id);
    site.iam(admin, "SendDelegationToken", "DelegationRequestId", id)
        .requireError(400, "InvalidInput");
    token(admin);
  }

  @Test
  void trailTellsWhoseDelegateCalled() {
    Signer delegate = delegate(admin);
    AuditEvent event = site.event(site.iam(delegate, "ListUsers").requireSuccess());
    assertEquals(site.account, event.account());
    assertTrue(
        event.identity().contains("\"invokedByDelegate\":{\"accountId\":\"" + partnerId + "\"}"),
        event.identity());
  }

  @Test
  void trailHasNoToken() {
    String token = token(admin);
    AuditEvent event = site.event(trade(partner, token).requireSuccess());
    assertEquals(partnerId, event.account());
    assertTrue(!String.valueOf(event.requestParameters()).contains(token));
    assertTrue(String.valueOf(event.responseElements()).contains("accessKeyId"));
  }
}
