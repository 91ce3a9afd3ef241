package io.claviger.service.iam.delegation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.Delegation.State;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.service.Delegating;
import io.claviger.service.InMemoryIam;
import io.claviger.testkit.BucketTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.DelegationRequest;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.ListDelegationRequestsRequest;
import software.amazon.awssdk.services.iam.model.ListDelegationRequestsResponse;

class DelegationRequestsTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final Delegating it = new Delegating();

  @Test
  void requestIsShownAsItWasMade() {
    String id =
        it.create(
            it.request().requestMessage("please").ownerAccountId(Delegating.CUSTOMER.digits()));
    DelegationRequest shown = Delegating.get(it.customer, id);
    assertEquals(id, shown.delegationRequestId());
    assertEquals("UNASSIGNED", shown.stateAsString());
    assertEquals(Delegating.CUSTOMER.digits(), shown.ownerAccountId());
    assertEquals(Delegating.PARTNER.digits(), shown.requestorId());
    assertEquals("Acme", shown.requestorName());
    assertEquals("sets up monitoring", shown.description());
    assertEquals("please", shown.requestMessage());
    assertEquals("https://acme.example/done", shown.redirectUrl());
    assertEquals(3_600, shown.sessionDuration());
    assertEquals(false, shown.onlySendByOwner());
    assertEquals(BucketTemplate.ARN, shown.permissions().policyTemplateArn());
    assertEquals("string", shown.permissions().parameters().getFirst().typeAsString());
    assertEquals(List.of("logs"), shown.permissions().parameters().getFirst().values());
    assertTrue(shown.permissionPolicy().contains("arn:aws:s3:::logs/*"));
    assertNull(shown.ownerId());
  }

  @Test
  void requestGoesThroughItsLifeAndThePartnerHearsOfIt() {
    InMemoryIam ann = it.user("ann", "iam:AssociateDelegationRequest");
    InMemoryIam admin = it.user("admin", "iam:*");
    String id = it.createdFor(ann);
    Delegating.update(ann, id);
    DelegationRequest pending = Delegating.get(ann, id);
    assertEquals("PENDING_APPROVAL", pending.stateAsString());
    assertEquals("look", pending.notes());
    assertEquals("arn:aws:iam::111122223333:user/ann", pending.ownerId());
    assertEquals("111122223333", pending.ownerAccountId());
    Delegating.accept(admin, id);
    assertEquals("arn:aws:iam::111122223333:user/admin", Delegating.get(ann, id).approverId());
    Delegating.send(admin, id);
    assertEquals("FINALIZED", Delegating.get(ann, id).stateAsString());
    assertEquals(
        List.of("ASSIGNED", "PENDING_APPROVAL", "ACCEPTED", "FINALIZED"),
        it.customer.notices().stream().map(each -> each.state().name()).toList());
    assertEquals(1, it.customer.notices().stream().filter(each -> each.token() != null).count());
  }

  /// Somebody else may be quicker than the telling.
  @Test
  void partnerHearsOfEveryStepThoughTheNextIsTaken() {
    String id = it.createdFor(it.customer);
    Delegating.accept(it.customer, id);
    Delegating.reject(it.customer, id);
    List<Notice> late = new ArrayList<>();
    new Told(late::add).of(id, State.ACCEPTED, it.customer.now(), it.customer.account());
    assertEquals(List.of(State.ACCEPTED), late.stream().map(Notice::state).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "update, OK, OK, InvalidInput, InvalidInput, InvalidInput",
    "accept, OK, OK, NoSuchEntity, NoSuchEntity, NoSuchEntity",
    "reject, OK, OK, OK, InvalidInput, InvalidInput",
    "send, InvalidInput, InvalidInput, OK, InvalidInput, InvalidInput",
    "associate, InvalidInput, InvalidInput, InvalidInput, InvalidInput, InvalidInput"
  })
  void stepStartsFromTheStatesThatAwsLists(
      String step,
      String assigned,
      String pending,
      String accepted,
      String rejected,
      String finalized) {
    List<String> states = List.of("assigned", "pending", "accepted", "rejected", "finalized");
    List<String> expected = List.of(assigned, pending, accepted, rejected, finalized);
    for (int i = 0; i < states.size(); i++) {
      String id = in(states.get(i));
      assertEquals(
          expected.get(i), Delegating.outcome(() -> take(step, id)), step + " " + states.get(i));
    }
  }

  private String in(String state) {
    String id = it.createdFor(it.customer);
    switch (state) {
      case "assigned" -> {}
      case "pending" -> Delegating.update(it.customer, id);
      case "accepted" -> Delegating.accept(it.customer, id);
      case "rejected" -> Delegating.reject(it.customer, id);
      case "finalized" -> {
        Delegating.accept(it.customer, id);
        Delegating.send(it.customer, id);
      }
      default -> throw new IllegalArgumentException(state);
    }
    return id;
  }

  private void take(String step, String id) {
    switch (step) {
      case "update" -> Delegating.update(it.customer, id);
      case "accept" -> Delegating.accept(it.customer, id);
      case "reject" -> Delegating.reject(it.customer, id);
      case "send" -> Delegating.send(it.customer, id);
      case "associate" -> Delegating.associate(it.customer, id);
      default -> throw new IllegalArgumentException(step);
    }
  }

  @Test
  void untakenRequestExpiresAfterADay() {
    String id = it.create();
    it.customer.advance(DAY.minusSeconds(1));
    assertEquals("UNASSIGNED", Delegating.get(it.customer, id).stateAsString());
    it.customer.advance(Duration.ofSeconds(1));
    assertEquals("EXPIRED", Delegating.get(it.customer, id).stateAsString());
    assertEquals("InvalidInput", Delegating.outcome(() -> Delegating.associate(it.customer, id)));
  }

  @ParameterizedTest
  @CsvSource({
    "assigned, accept, NoSuchEntity",
    "pending, update, InvalidInput",
    "accepted, send, InvalidInput",
    "accepted, reject, InvalidInput"
  })
  void takenRequestExpiresSevenDaysAfterItsLastStep(String state, String step, String refusal) {
    String id = in(state);
    it.customer.advance(DAY.multipliedBy(7).minusSeconds(1));
    assertNotEquals("EXPIRED", Delegating.get(it.customer, id).stateAsString());
    it.customer.advance(Duration.ofSeconds(1));
    assertEquals("EXPIRED", Delegating.get(it.customer, id).stateAsString());
    assertEquals(refusal, Delegating.outcome(() -> take(step, id)));
  }

  @Test
  void whatHasBeenExpiredForAMonthGoesWhenSomethingNewComes() {
    String untaken = it.create();
    String taken = it.createdFor(it.customer);
    it.customer.advance(DAY.multipliedBy(60));
    it.createdFor(it.customer);
    Account partner = it.customer.account(Delegating.PARTNER);
    assertTrue(partner.delegationRequests().byId(untaken).isEmpty());
    assertTrue(it.customer.account().delegations().byId(taken).isEmpty());
    assertEquals(1, partner.delegationRequests().size());
  }

  @Test
  void workflowIdIsUniqueInThePartnersAccount() {
    it.create(it.request().requestorWorkflowId("the-same"));
    assertEquals(
        "EntityAlreadyExists",
        Delegating.outcome(() -> it.create(it.request().requestorWorkflowId("the-same"))));
  }

  @Test
  void partnerHasSoManyRequests() {
    it.customer.change(
        Delegating.PARTNER,
        Change.put(
            it.customer
                .account(Delegating.PARTNER)
                .settings()
                .withQuotas(Quotas.AWS_DEFAULTS.with(Quota.DELEGATION_REQUESTS, 1))));
    it.create();
    assertEquals("LimitExceeded", Delegating.outcome(it::create));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:sns:eu-central-1:111122223333:acme",
        "arn:aws:sns::444455556666:acme",
        "arn:aws:sqs:eu-central-1:444455556666:acme",
        "arn:aws:sns:eu-central-1:444455556666:acme:subscription",
        "acme"
      })
  void channelIsATopicOfThePartners(String channel) {
    assertEquals(
        "InvalidInput",
        Delegating.outcome(() -> it.create(it.request().notificationChannel(channel))));
  }

  @Test
  void templateIsOneOfThePartners() {
    for (String arn :
        List.of(
            BucketTemplate.ARN + "s",
            "arn:aws:iam::partner:delegation-template/other.example/Bucket",
            "arn:aws:iam::aws:policy/ReadOnlyAccess")) {
      assertEquals(
          "InvalidInput",
          Delegating.outcome(
              () -> it.create(it.request().permissions(p -> p.policyTemplateArn(arn)))));
    }
  }

  @Test
  void listHasWhatWasTakenOverInTheAccount() {
    InMemoryIam ann = it.user("ann", "iam:*");
    it.create(it.request().ownerAccountId(Delegating.CUSTOMER.digits()));
    String anns = it.createdFor(ann);
    String roots = it.createdFor(it.customer);
    it.createdFor(it.stranger);
    assertEquals(Set.of(anns, roots), Set.copyOf(list(null)));
    assertEquals(List.of(anns), list("arn:aws:iam::111122223333:user/ann"));
    assertEquals(List.of(), list("arn:aws:iam::111122223333:user/bob"));
    assertEquals(
        "NoSuchEntity", Delegating.outcome(() -> list("arn:aws:iam::777788889999:user/ann")));
    assertEquals(
        "InvalidInput", Delegating.outcome(() -> list("arn:aws:iam::111122223333:role/ann")));
  }

  private List<String> list(@Nullable String owner) {
    return it
        .customer
        .call(
            ListDelegationRequestsRequest.builder().ownerId(owner).build(),
            ListDelegationRequestsResponse.class)
        .delegationRequests()
        .stream()
        .map(DelegationRequest::delegationRequestId)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'', DENIED",
    "',s3:*', DENIED",
    "',s3:*,iam:ListUsers,iam:CreateGroup', ALLOWED",
    "',*', ALLOWED",
    "',s3:GetObject,iam:ListUsers', DENIED"
  })
  void permissionCheckSaysWhetherTheCallerHasWhatIsAskedFor(String actions, String result) {
    String id = it.create();
    InMemoryIam ann = it.user("ann", ("iam:GetDelegationRequest" + actions).split(","));
    GetDelegationRequestResponse answer =
        ann.call(
            GetDelegationRequestRequest.builder()
                .delegationRequestId(id)
                .delegationPermissionCheck(true)
                .build(),
            GetDelegationRequestResponse.class);
    assertEquals("COMPLETE", answer.permissionCheckStatusAsString());
    assertEquals(result, answer.permissionCheckResultAsString());
  }
}
