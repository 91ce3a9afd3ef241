package io.claviger.service.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Caller;
import io.claviger.access.Session;
import io.claviger.account.Change;
import io.claviger.account.EntityKey;
import io.claviger.account.EntityKind;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.base.SecretText;
import io.claviger.service.Delegating;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenRequest;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenResponse;

/// The template asks for `s3:GetObject`, `iam:ListUsers` and `iam:CreateGroup` on everything, and
/// for `s3:PutObject` in the bucket `logs`.
class GetDelegatedAccessTokenTest {

  private static final AccountId CUSTOMER = Delegating.CUSTOMER;
  private static final AccountId PARTNER = Delegating.PARTNER;
  private static final String LOG = "arn:aws:s3:::logs/today";

  private final Delegating it = new Delegating();
  private final InMemoryIam customer = it.customer;
  private final InMemoryIam partner = it.partner;

  /// A token that this approver has accepted and sent.
  private String token(InMemoryIam approver) {
    String id = it.createdFor(approver);
    Delegating.accept(approver, id);
    Delegating.send(approver, id);
    SecretText token =
        customer.notices().stream()
            .map(notice -> notice.token())
            .filter(each -> each != null)
            .reduce((_, last) -> last)
            .orElseThrow();
    return token.reveal();
  }

  private static GetDelegatedAccessTokenResponse trade(InMemoryIam by, String token) {
    return by.call(
        GetDelegatedAccessTokenRequest.builder().tradeInToken(token).build(),
        GetDelegatedAccessTokenResponse.class);
  }

  private static String refusal(InMemoryIam by, String token) {
    ServiceError error = assertThrows(ServiceError.class, () -> trade(by, token));
    return error.code();
  }

  /// The customer's account as the delegate sees it.
  private InMemoryIam delegate(GetDelegatedAccessTokenResponse traded) {
    Session session = customer.session(traded.credentials().sessionToken());
    Arn arn = session.principalArn();
    return customer.as(
        session.isOfRole()
            ? new Caller.RoleSession(
                session.account(), session.principalId(), arn, "ASIATEST", session)
            : new Caller.FederatedUser(
                session.account(), session.principalId(), arn, "ASIATEST", session));
  }

  @Test
  void delegateMayDoWhatWasAskedForAndTheApproverMay() {
    GetDelegatedAccessTokenResponse traded = trade(partner, token(it.user("admin", "*")));
    assertEquals("arn:aws:iam::111122223333:user/admin", traded.assumedPrincipal());
    assertNotNull(traded.packedPolicySize());
    InMemoryIam delegate = delegate(traded);
    assertTrue(delegate.may("s3:PutObject", LOG));
    assertTrue(delegate.may("iam:ListUsers", "*"));
    assertFalse(delegate.may("s3:PutObject", "arn:aws:s3:::other/today"));
    assertFalse(delegate.may("iam:CreateUser", "arn:aws:iam::111122223333:user/eve"));
  }

  @Test
  void approverCannotDelegateMoreThanTheyHave() {
    String token =
        token(it.user("ann", "iam:*DelegationRequest", "iam:SendDelegationToken", "s3:Put*"));
    InMemoryIam delegate = delegate(trade(partner, token));
    assertTrue(delegate.may("s3:PutObject", LOG));
    assertFalse(delegate.may("s3:GetObject", LOG));
    assertFalse(delegate.may("iam:ListUsers", "*"));
  }

  @Test
  void rootDelegatesNoMoreThanWasAskedFor() {
    GetDelegatedAccessTokenResponse traded = trade(partner, token(customer));
    assertEquals("arn:aws:iam::111122223333:root", traded.assumedPrincipal());
    InMemoryIam delegate = delegate(traded);
    assertTrue(delegate.may("s3:PutObject", LOG));
    assertFalse(delegate.may("s3:DeleteObject", LOG));
    assertFalse(delegate.may("iam:CreateUser", "arn:aws:iam::111122223333:user/eve"));
  }

  @Test
  void whatTheApproverLosesTheDelegateLosesToo() {
    InMemoryIam delegate = delegate(trade(partner, token(it.user("admin", "*"))));
    assertTrue(delegate.may("s3:PutObject", LOG));
    it.user("admin", "s3:GetObject");
    assertFalse(delegate.may("s3:PutObject", LOG));
    assertTrue(delegate.may("s3:GetObject", LOG));
  }

  @Test
  void credentialsEndWithTheDelegatedTime() {
    String token = token(it.user("admin", "*"));
    customer.advance(Duration.ofMinutes(45));
    GetDelegatedAccessTokenResponse traded = trade(partner, token);
    assertEquals(customer.now().plus(Duration.ofMinutes(15)), traded.credentials().expiration());
  }

  @Test
  void sessionTellsForWhomItIs() {
    Session session =
        customer.session(trade(partner, token(it.user("admin", "*"))).credentials().sessionToken());
    assertEquals(Session.Kind.DELEGATED, session.kind());
    assertEquals(PARTNER, session.delegate());
    assertEquals("delegate-444455556666", session.sessionName());
    assertFalse(session.hasMfa());
  }

  @Test
  void replayedTradeInTokenIsRefused() {
    String token = token(it.user("admin", "*"));
    trade(partner, token);
    assertEquals("ExpiredTradeInTokenException", refusal(partner, token));
    trade(partner, token(it.user("admin", "*")));
  }

  @Test
  void tradeInTokenOfAnotherAccountIsRefusedAndStaysGood() {
    String token = token(it.user("admin", "*"));
    assertEquals("AccessDenied", refusal(customer, token));
    trade(partner, token);
  }

  @Test
  void tradeInTokenIsGoodUntilTheDelegatedTimeIsOver() {
    String token = token(it.user("admin", "*"));
    String late = token(it.user("admin", "*"));
    customer.advance(Duration.ofMinutes(59));
    trade(partner, token);
    customer.advance(Duration.ofMinutes(1));
    assertEquals("ExpiredTradeInTokenException", refusal(partner, late));
  }

  @Test
  void forgedTradeInTokenIsRefused() {
    String token = token(it.user("admin", "*"));
    for (String forged :
        List.of(
            "x",
            "",
            token.substring(1),
            token + "A",
            token.substring(0, token.length() - 2) + "__",
            "A".repeat(2_000))) {
      assertEquals("AccessDenied", refusal(partner, forged), forged);
    }
    trade(partner, token);
  }

  @Test
  void tokenIsGoodForNothingWhenItsApproverIsGone() {
    String token = token(it.user("admin", "*"));
    customer.change(CUSTOMER, Change.remove(new EntityKey(EntityKind.USER, "AIDAADMIN")));
    assertEquals("ExpiredTradeInTokenException", refusal(partner, token));
  }

  @Test
  void partnersUserNeedsThePermission() {
    String token = token(it.user("admin", "*"));
    User worker = User.create("AIDAWORK", "/", "work", customer.now(), Tags.NONE, null);
    customer.change(PARTNER, Change.put(worker));
    InMemoryIam caller =
        customer.as(
            new Caller.IamUser(PARTNER, worker.id(), worker.arn(PARTNER), "AKIATEST", null));
    assertEquals("AccessDenied", refusal(caller, token));
    customer.change(
        PARTNER,
        Change.put(
            worker.withPolicies(
                IdentityPolicies.NONE.putInline(
                    "p", EnforcedSts.document(EnforcedSts.allow("sts:GetDelegatedAccessToken"))))));
    trade(caller, token);
  }
}
