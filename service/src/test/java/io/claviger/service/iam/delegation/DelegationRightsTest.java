package io.claviger.service.iam.delegation;

import static io.claviger.service.Delegating.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Caller;
import io.claviger.access.Session;
import io.claviger.base.Arn;
import io.claviger.service.Delegating;
import io.claviger.service.InMemoryIam;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;

/// Who may do what with a delegation request, honest and not.
class DelegationRightsTest {

  private final Delegating it = new Delegating();

  @Test
  void requestForNobodyInParticularIsSeenAndTakenByAnyAccount() {
    String id = it.create();
    assertEquals(id, Delegating.get(it.customer, id).delegationRequestId());
    assertEquals(id, Delegating.get(it.stranger, id).delegationRequestId());
    Delegating.associate(it.stranger, id);
  }

  @Test
  void requestForAnAccountIsSeenAndTakenByThatAccountOnly() {
    String id = it.create(it.request().ownerAccountId(Delegating.CUSTOMER.digits()));
    assertEquals("NoSuchEntity", outcome(() -> Delegating.get(it.stranger, id)));
    assertEquals("NoSuchEntity", outcome(() -> Delegating.get(it.partner, id)));
    assertEquals("NoSuchEntity", outcome(() -> Delegating.associate(it.stranger, id)));
    Delegating.associate(it.customer, id);
  }

  @Test
  void requestThatIsTakenIsNobodyElsesAnyMore() {
    String id = it.createdFor(it.customer);
    assertEquals("NoSuchEntity", outcome(() -> Delegating.get(it.stranger, id)));
    assertEquals("NoSuchEntity", outcome(() -> Delegating.get(it.partner, id)));
    assertEquals("NoSuchEntity", outcome(() -> Delegating.associate(it.stranger, id)));
    assertEquals("NoSuchEntity", outcome(() -> Delegating.accept(it.stranger, id)));
    assertEquals("NoSuchEntity", outcome(() -> Delegating.reject(it.partner, id)));
    assertEquals("ASSIGNED", Delegating.get(it.customer, id).stateAsString());
  }

  @Test
  void ownerMaySeeAndForwardWithoutAPolicyAndNothingMore() {
    InMemoryIam ann = it.user("ann", "iam:AssociateDelegationRequest");
    InMemoryIam bob = it.user("bob", "iam:AssociateDelegationRequest");
    String id = it.createdFor(ann);
    Delegating.get(ann, id);
    Delegating.update(ann, id);
    assertEquals("AccessDenied", outcome(() -> Delegating.accept(ann, id)));
    assertEquals("AccessDenied", outcome(() -> Delegating.reject(ann, id)));
    assertEquals("AccessDenied", outcome(() -> Delegating.send(ann, id)));
    assertEquals("AccessDenied", outcome(() -> Delegating.get(bob, id)));
    assertEquals("AccessDenied", outcome(() -> Delegating.update(bob, id)));
  }

  @Test
  void ownerIsStillHeldByABoundaryAndADeny() {
    String boundary = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
    InMemoryIam ann = it.user("ann", "iam:AssociateDelegationRequest");
    String id = it.createdFor(ann);
    Delegating.get(ann, id);
    it.customer.call(
        PutUserPermissionsBoundaryRequest.builder()
            .userName("ann")
            .permissionsBoundary(boundary)
            .build());
    assertEquals("AccessDenied", outcome(() -> Delegating.get(ann, id)));
    it.customer.call(DeleteUserPermissionsBoundaryRequest.builder().userName("ann").build());
    Delegating.get(ann, id);
    it.customer.call(
        PutUserPolicyRequest.builder()
            .userName("ann")
            .policyName("deny")
            .policyDocument(
                """
                {"Version":"2012-10-17",\
                "Statement":{"Effect":"Deny","Action":"iam:Get*","Resource":"*"}}\
                """)
            .build());
    assertEquals("AccessDenied", outcome(() -> Delegating.get(ann, id)));
  }

  @Test
  void tokenThatOnlyTheOwnerSendsIsSentByNobodyElse() {
    InMemoryIam ann = it.user("ann", "iam:AssociateDelegationRequest", "iam:SendDelegationToken");
    String id = it.create(it.request().onlySendByOwner(true));
    Delegating.associate(ann, id);
    Delegating.accept(it.customer, id);
    assertEquals("AccessDenied", outcome(() -> Delegating.send(it.customer, id)));
    Delegating.send(ann, id);
    assertEquals("FINALIZED", Delegating.get(ann, id).stateAsString());
  }

  @Test
  void rootAcceptsForFourHoursAtMost() {
    String four = it.create(it.request().sessionDuration(4 * 3_600));
    Delegating.associate(it.customer, four);
    Delegating.accept(it.customer, four);
    String more = it.create(it.request().sessionDuration(4 * 3_600 + 1));
    Delegating.associate(it.customer, more);
    assertEquals("AccessDenied", outcome(() -> Delegating.accept(it.customer, more)));
    Delegating.accept(it.user("admin", "iam:*"), more);
  }

  /// The delegated session has room for one restriction, which is the request's.
  @Test
  void restrictedSessionAcceptsNothing() {
    String id = it.createdFor(it.customer);
    InMemoryIam restricted =
        it.customer.as(
            asRoot(
                Session.ofUser(
                        Delegating.CUSTOMER,
                        Delegating.CUSTOMER.digits(),
                        Arn.iam(Delegating.CUSTOMER, "root"),
                        it.customer.now(),
                        it.customer.now().plus(Duration.ofHours(1)))
                    .withMfa(it.customer.now())
                    .withPolicies("{}", List.of())));
    assertEquals("AccessDenied", outcome(() -> Delegating.accept(restricted, id)));
    assertEquals("ASSIGNED", Delegating.get(it.customer, id).stateAsString());
  }

  @Test
  void delegateTakesPartInNoFurtherDelegation() {
    String id = it.createdFor(it.customer);
    InMemoryIam delegate =
        it.customer.as(
            asRoot(
                Session.ofDelegate(
                    Delegating.CUSTOMER,
                    Delegating.CUSTOMER.digits(),
                    Arn.iam(Delegating.CUSTOMER, "root"),
                    "delegate",
                    it.customer.now(),
                    it.customer.now().plus(Duration.ofHours(1)),
                    Delegating.PARTNER)));
    assertEquals("AccessDenied", outcome(() -> Delegating.accept(delegate, id)));
    assertEquals("AccessDenied", outcome(() -> Delegating.update(delegate, id)));
    assertEquals("AccessDenied", outcome(() -> Delegating.associate(delegate, it.create())));
  }

  private static Caller asRoot(Session session) {
    return new Caller.Root(Delegating.CUSTOMER, "ASIATEST", session);
  }

  /// Only what nobody on the way can change: AWS takes `http:` too.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "http://acme.example/done",
        "data:text/html,x",
        "//acme.example",
        "https://",
        "https:///done",
        "https://user@acme.example",
        "https://acme.example:8443@evil.example"
      })
  void redirectUrlThatIsNotSafeIsRefused(String url) {
    String code = outcome(() -> it.create(it.request().redirectUrl(url)));
    assertTrue(Set.of("ValidationError", "InvalidInput").contains(code), code);
    it.create(it.request().redirectUrl("https://acme.example/done"));
  }
}
