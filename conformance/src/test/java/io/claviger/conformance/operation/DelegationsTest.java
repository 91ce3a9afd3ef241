package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import io.claviger.testkit.BucketTemplate;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.DelegationRequest;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.PolicyParameter;
import software.amazon.awssdk.services.iam.model.PolicyParameterTypeEnum;
import software.amazon.awssdk.services.sts.model.ExpiredTradeInTokenException;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenResponse;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;

/// Delegation requests, in an account that is partner and customer at once.
class DelegationsTest implements OperationFamily {

  private static final String NO_ID = "444455556666-00000000-0000-4000-8000-000000000000";

  @Test
  @Success({
    "CreateDelegationRequest",
    "GetDelegationRequest",
    "ListDelegationRequests",
    "GetHumanReadableSummary",
    "AssociateDelegationRequest",
    "UpdateDelegationRequest",
    "AcceptDelegationRequest",
    "SendDelegationToken",
    "GetDelegatedAccessToken"
  })
  void partnerGetsCredentialsForWhatWasAccepted(Tenant t) {
    String id = create(t, _ -> {});
    t.iam().associateDelegationRequest(in -> in.delegationRequestId(id));
    t.iam().updateDelegationRequest(in -> in.delegationRequestId(id).notes("look"));
    GetDelegationRequestResponse seen =
        t.iam()
            .getDelegationRequest(in -> in.delegationRequestId(id).delegationPermissionCheck(true));
    assertEquals("PENDING_APPROVAL", seen.delegationRequest().stateAsString());
    assertEquals("look", seen.delegationRequest().notes());
    assertEquals(t.arn("root"), seen.delegationRequest().ownerId());
    assertEquals("ALLOWED", seen.permissionCheckResultAsString());
    assertEquals(
        "AVAILABLE",
        t.iam()
            .getHumanReadableSummary(in -> in.entityArn(t.arn("delegation-request/" + id)))
            .summaryStateAsString());
    t.iam().acceptDelegationRequest(in -> in.delegationRequestId(id));
    t.iam().sendDelegationToken(in -> in.delegationRequestId(id));
    assertEquals(
        List.of(id),
        t.iam().listDelegationRequests(in -> {}).delegationRequests().stream()
            .map(DelegationRequest::delegationRequestId)
            .toList());
    GetDelegatedAccessTokenResponse traded =
        t.sts().getDelegatedAccessToken(in -> in.tradeInToken(t.tradeInToken()));
    assertEquals(t.arn("root"), traded.assumedPrincipal());
    try (IamClient delegate = t.iam(Tenant.credentials(traded.credentials()))) {
      assertTrue(delegate.listUsers().users().isEmpty());
    }
  }

  @Test
  @Success("RejectDelegationRequest")
  void requestIsRejectedWithAWord(Tenant t) {
    String id = taken(t);
    t.iam().rejectDelegationRequest(in -> in.delegationRequestId(id).notes("not now"));
    DelegationRequest rejected =
        t.iam().getDelegationRequest(in -> in.delegationRequestId(id)).delegationRequest();
    assertEquals("REJECTED", rejected.stateAsString());
    assertEquals("not now", rejected.rejectionReason());
  }

  private static String create(Tenant t, Consumer<CreateDelegationRequestRequest.Builder> more) {
    return t.iam()
        .createDelegationRequest(in ->
            in.description("sets up monitoring")
                .permissions(permissions ->
                    permissions
                        .policyTemplateArn(BucketTemplate.ARN)
                        .parameters(
                            PolicyParameter.builder()
                                .name(BucketTemplate.PARAMETER)
                                .type(PolicyParameterTypeEnum.STRING)
                                .values("logs")
                                .build()))
                .requestorWorkflowId(UUID.randomUUID().toString())
                .notificationChannel("arn:aws:sns:eu-central-1:" + t.account() + ":acme")
                .sessionDuration(600)
                .applyMutation(more))
        .delegationRequestId();
  }

  private static String taken(Tenant t) {
    String id = create(t, _ -> {});
    t.iam().associateDelegationRequest(in -> in.delegationRequestId(id));
    return id;
  }

  private static void send(Tenant t, String id) {
    t.iam().acceptDelegationRequest(in -> in.delegationRequestId(id));
    t.iam().sendDelegationToken(in -> in.delegationRequestId(id));
  }

  @Override
  public List<Refusal> refusals() {
    return Stream.of(creating(), unknown(), inTheWrongState(), reading(), trading())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Refusal> creating() {
    return List.of(
        Refusal.invalidInput(
            "CreateDelegationRequest", t -> create(t, in -> in.redirectUrl("http://acme.example"))),
        Refusal.alreadyExists(
            "CreateDelegationRequest",
            t -> {
              create(t, in -> in.requestorWorkflowId("the-same"));
              create(t, in -> in.requestorWorkflowId("the-same"));
            }),
        Refusal.limitExceeded(
            "CreateDelegationRequest",
            t -> {
              t.limit(Quota.DELEGATION_REQUESTS, 1);
              create(t, _ -> {});
              create(t, _ -> {});
            }));
  }

  private static List<Refusal> unknown() {
    return List.of(
        Refusal.noSuchEntity(
            "GetDelegationRequest",
            t -> t.iam().getDelegationRequest(in -> in.delegationRequestId(NO_ID))),
        Refusal.noSuchEntity(
            "AssociateDelegationRequest",
            t -> t.iam().associateDelegationRequest(in -> in.delegationRequestId(NO_ID))),
        Refusal.noSuchEntity(
            "UpdateDelegationRequest",
            t -> t.iam().updateDelegationRequest(in -> in.delegationRequestId(NO_ID))),
        Refusal.noSuchEntity(
            "AcceptDelegationRequest",
            t -> t.iam().acceptDelegationRequest(in -> in.delegationRequestId(NO_ID))),
        Refusal.noSuchEntity(
            "RejectDelegationRequest",
            t -> t.iam().rejectDelegationRequest(in -> in.delegationRequestId(NO_ID))),
        Refusal.noSuchEntity(
            "SendDelegationToken",
            t -> t.iam().sendDelegationToken(in -> in.delegationRequestId(NO_ID))));
  }

  private static List<Refusal> inTheWrongState() {
    return List.of(
        Refusal.invalidInput(
            "AssociateDelegationRequest",
            t -> {
              String id = taken(t);
              t.iam().associateDelegationRequest(in -> in.delegationRequestId(id));
            }),
        Refusal.invalidInput(
            "UpdateDelegationRequest",
            t -> {
              String id = taken(t);
              t.iam().rejectDelegationRequest(in -> in.delegationRequestId(id));
              t.iam().updateDelegationRequest(in -> in.delegationRequestId(id));
            }),
        Refusal.invalidInput(
            "RejectDelegationRequest",
            t -> {
              String id = taken(t);
              t.iam().rejectDelegationRequest(in -> in.delegationRequestId(id));
              t.iam().rejectDelegationRequest(in -> in.delegationRequestId(id));
            }),
        Refusal.invalidInput(
            "SendDelegationToken",
            t -> {
              String id = taken(t);
              t.iam().sendDelegationToken(in -> in.delegationRequestId(id));
            }));
  }

  private static List<Refusal> reading() {
    return List.of(
        Refusal.noSuchEntity(
            "ListDelegationRequests",
            t ->
                t.iam()
                    .listDelegationRequests(in -> in.ownerId("arn:aws:iam::444455556666:user/x"))),
        Refusal.invalidInput(
            "ListDelegationRequests",
            t -> t.iam().listDelegationRequests(in -> in.ownerId("nobody-in-particular-at-all"))),
        Refusal.noSuchEntity(
            "GetHumanReadableSummary",
            t ->
                t.iam()
                    .getHumanReadableSummary(
                        in -> in.entityArn(t.arn("delegation-request/" + NO_ID)))),
        Refusal.invalidInput(
            "GetHumanReadableSummary",
            t ->
                t.iam()
                    .getHumanReadableSummary(in -> in.entityArn("nobody-in-particular-at-all"))));
  }

  private static List<Refusal> trading() {
    return List.of(
        Refusal.of(
            "GetDelegatedAccessToken",
            ExpiredTradeInTokenException.class,
            t -> {
              send(t, taken(t));
              t.pass(Duration.ofMinutes(10));
              t.sts().getDelegatedAccessToken(in -> in.tradeInToken(t.tradeInToken()));
            }),
        Refusal.of(
            "GetDelegatedAccessToken",
            PackedPolicyTooLargeException.class,
            t -> {
              IamClient approver = t.iam(taggedSession(t));
              String id = create(t, DelegationsTest::withLongPolicy);
              approver.associateDelegationRequest(in -> in.delegationRequestId(id));
              approver.acceptDelegationRequest(in -> in.delegationRequestId(id));
              approver.sendDelegationToken(in -> in.delegationRequestId(id));
              t.sts().getDelegatedAccessToken(in -> in.tradeInToken(t.tradeInToken()));
            }));
  }

  private static void withLongPolicy(CreateDelegationRequestRequest.Builder request) {
    request.permissions(permissions ->
        permissions
            .policyTemplateArn(BucketTemplate.ARN)
            .parameters(
                PolicyParameter.builder()
                    .name(BucketTemplate.PARAMETER)
                    .type(PolicyParameterTypeEnum.STRING_LIST)
                    .values(IntStream.range(20, 26).mapToObj(Given::random).toList())
                    .build()));
  }

  /// A session of a role that may do everything, with as many tags as half a token holds.
  private static AwsCredentials taggedSession(Tenant t) {
    Given.role(t, "admin");
    t.iam()
        .putRolePolicy(
            in -> in.roleName("admin").policyName("p").policyDocument(Given.allowing("*")));
    Given.user(t, "ann");
    t.iam()
        .putUserPolicy(
            in -> in.userName("ann").policyName("p").policyDocument(Given.allowing("sts:*")));
    return Tenant.credentials(
        t.sts(Tenant.credentials(Given.accessKey(t, "ann")))
            .assumeRole(in ->
                in.roleArn(t.arn("role/admin"))
                    .roleSessionName("work")
                    .tags(SessionsTest.MANY_TAGS.subList(0, 9)))
            .credentials());
  }
}
