package io.claviger.service.iam.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.Group;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Role;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.InMemoryIam;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.Statement;

/// User `bob`, whose group reads S3 and who may do all with DynamoDB but is bounded; role `Worker`,
/// which has a policy of AWS's.
class SimulatePrincipalPolicyTest {

  private static final String BOB = "arn:aws:iam::111122223333:user/team/bob";
  private static final String GROUP = "arn:aws:iam::111122223333:group/Readers";
  private static final String WORKER = "arn:aws:iam::111122223333:role/Worker";

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void fill() {
    Group readers =
        new Group("AGPAREAD", "/", "Readers", iam.now(), IdentityPolicies.NONE)
            .withPolicies(IdentityPolicies.NONE.putInline("read", allow("s3:Get*")));
    User bob =
        User.create(
                "AIDABOB",
                "/team/",
                "bob",
                iam.now(),
                new Tags(List.of(new Tags.Tag("team", "blue"))),
                Arn.parse("arn:aws:iam::111122223333:policy/Bound"))
            .withGroups(List.of("AGPAREAD"))
            .withPolicies(
                IdentityPolicies.NONE
                    .putInline("table", allow("dynamodb:*"))
                    .attach(Arn.parse("arn:aws:iam::111122223333:policy/Home")));
    Role worker =
        new Role(
            "AROAWORKER",
            "/",
            "Worker",
            iam.now(),
            Tags.NONE,
            null,
            IdentityPolicies.NONE.attach(Arn.parse("arn:aws:iam::aws:policy/ReadOnlyAccess")),
            "{}",
            List.of(),
            "",
            3600);
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            readers,
            bob,
            worker,
            policy("Bound", "[\"dynamodb:Query\",\"s3:*\",\"iam:*\"]", ""),
            policy(
                "Home",
                "\"s3:Put*\"",
                ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":true}}")));
  }

  private static String allow(String action) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
        + action
        + "\",\"Resource\":\"*\"}}";
  }

  private CustomerPolicy policy(String name, String actions, String more) {
    String document =
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
            + actions
            + ",\"Resource\":\"*\""
            + more
            + "}}";
    return CustomerPolicy.create("ANPA" + name, "/", name, iam.now(), Tags.NONE, "", document);
  }

  private static SimulatePrincipalPolicyRequest.Builder simulate(String arn, String... actions) {
    return SimulatePrincipalPolicyRequest.builder().policySourceArn(arn).actionNames(actions);
  }

  private EvaluationResult result(SimulatePrincipalPolicyRequest.Builder request) {
    var response = iam.call(request.build(), SimulatePrincipalPolicyResponse.class);
    assertEquals(1, response.evaluationResults().size());
    return response.evaluationResults().getFirst();
  }

  private static List<String> sources(EvaluationResult result) {
    return result.matchedStatements().stream().map(Statement::sourcePolicyId).toList();
  }

  @ParameterizedTest
  @CsvSource({
    BOB + ", dynamodb:Query, user_bob_table",
    BOB + ", s3:GetObject, group_Readers_read",
    GROUP + ", s3:GetObject, group_Readers_read",
    WORKER + ", s3:GetObject, ReadOnlyAccess"
  })
  void policiesAreNamedAfterWhoHoldsThem(String arn, String action, String source) {
    EvaluationResult result = result(simulate(arn, action));
    assertEquals("allowed", result.evalDecisionAsString());
    assertEquals(List.of(source), sources(result));
  }

  @Test
  void boundaryOfTheUserHolds() {
    EvaluationResult result = result(simulate(BOB, "dynamodb:Scan"));
    assertEquals("implicitDeny", result.evalDecisionAsString());
    assertEquals(false, result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary());
  }

  @Test
  void boundaryGivenGoesBeforeTheUsersOwn() {
    EvaluationResult result =
        result(
            simulate(BOB, "dynamodb:Scan")
                .permissionsBoundaryPolicyInputList(allow("dynamodb:Scan")));
    assertEquals("allowed", result.evalDecisionAsString());
  }

  @Test
  void groupAndRoleWithoutBoundaryHaveNoDetail() {
    assertNull(result(simulate(GROUP, "s3:GetObject")).permissionsBoundaryDecisionDetail());
    assertNull(result(simulate(WORKER, "s3:GetObject")).permissionsBoundaryDecisionDetail());
  }

  @Test
  void furtherPoliciesAreAdded() {
    EvaluationResult result =
        result(simulate(WORKER, "dynamodb:PutItem").policyInputList(allow("dynamodb:*")));
    assertEquals("allowed", result.evalDecisionAsString());
    assertEquals(List.of("PolicyInputList.1"), sources(result));
  }

  @Test
  void userIsTheCallerThatAResourcePolicyNames() {
    String resourcePolicy =
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sqs:*","Resource":"*",
         "Principal":{"AWS":"%s"}}}\
        """
            .formatted(BOB);
    String queue = "arn:aws:sqs:eu-west-1:111122223333:q";
    var request =
        simulate(BOB, "sqs:SendMessage").resourceArns(queue).resourcePolicy(resourcePolicy);
    assertEquals("allowed", result(request).evalDecisionAsString());
    assertEquals(
        "implicitDeny",
        result(request.callerArn("arn:aws:iam::111122223333:user/eve")).evalDecisionAsString());
    assertEquals(
        "Invalid caller - Caller must be an IAM user in this context.",
        iam.error(simulate(WORKER, "sqs:SendMessage").resourcePolicy(resourcePolicy).build())
            .message());
    assertEquals(
        "allowed",
        result(
                simulate(WORKER, "sqs:SendMessage")
                    .resourceArns(queue)
                    .resourcePolicy(resourcePolicy)
                    .callerArn(BOB))
            .evalDecisionAsString());
  }

  @Test
  void entityIsWhatIsAuthorized() {
    List<AccessRequest> requests = iam.requires(simulate(BOB, "s3:GetObject").build());
    assertEquals(1, requests.size());
    assertEquals("iam:SimulatePrincipalPolicy", requests.getFirst().action());
    assertEquals(BOB, requests.getFirst().resource());
    assertEquals(
        RequestContext.EMPTY
            .with("aws:ResourceTag/team", "blue")
            .with("iam:ResourceTag/team", "blue"),
        requests.getFirst().context());
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/bob, The user with name bob cannot be found.",
    "arn:aws:iam::111122223333:group/None, The group with name None cannot be found.",
    "arn:aws:iam::444455556666:role/Worker, The role with name Worker cannot be found."
  })
  void entityThatIsNotThereCannotBeFound(String arn, String message) {
    assertEquals(message, iam.error(simulate(arn, "s3:GetObject").build()).message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:sts::111122223333:assumed-role/Worker/s",
        "arn:aws:iam::111122223333:policy/Home",
        "arn:aws:iam::111122223333:root"
      })
  void otherThingsAreNoEntity(String arn) {
    assertEquals(
        "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.",
        iam.error(simulate(arn, "s3:GetObject").build()).message());
  }

  @Test
  void contextKeysOfAUserAreThoseOfAllItsPolicies() {
    var request =
        GetContextKeysForPrincipalPolicyRequest.builder()
            .policySourceArn(BOB)
            .policyInputList(
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*",
                 "Resource":"arn:aws:s3:::${aws:username}/*","Condition":{"Bool":
                 {"AWS:securetransport":true}}}}\
                """)
            .build();
    assertEquals(
        List.of("aws:SecureTransport", "aws:username"),
        iam.call(request, GetContextKeysForPrincipalPolicyResponse.class).contextKeyNames());
    assertEquals(BOB, iam.requires(request).getFirst().resource());
  }

  @Test
  void contextKeysOfGivenPolicies() {
    var request =
        GetContextKeysForCustomPolicyRequest.builder()
            .policyInputList(
                allow("s3:*"),
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*",
                 "Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}}\
                """)
            .build();
    assertEquals(
        List.of("aws:SourceIp"),
        iam.call(request, GetContextKeysForCustomPolicyResponse.class).contextKeyNames());
    assertEquals("*", iam.requires(request).getFirst().resource());
    assertTrue(
        iam.error(request.toBuilder().policyInputList("[]").build())
            .message()
            .startsWith("Invalid policy PolicyInputList.1: "));
  }
}
