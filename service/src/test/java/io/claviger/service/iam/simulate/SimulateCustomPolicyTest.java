package io.claviger.service.iam.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.service.InMemoryIam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.Statement;

class SimulateCustomPolicyTest {

  private static final String TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table/Orders";
  private static final String OTHER_TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table/Users";
  private static final String BOB = "arn:aws:iam::111122223333:user/bob";
  private static final String LAMBDA_POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{
        "Sid": "Orders",
        "Effect": "Allow",
        "Action": ["dynamodb:Query", "dynamodb:GetItem"],
        "Resource": "%s"
      }]}
      """
          .formatted(TABLE);

  private final InMemoryIam iam = new InMemoryIam();

  private static SimulateCustomPolicyRequest.Builder simulate(String... policies) {
    return SimulateCustomPolicyRequest.builder().policyInputList(policies);
  }

  private static String policy(String effect, String action, String resource, String more) {
    return """
    {"Version":"2012-10-17","Statement":{"Effect":"%s","Action":"%s","Resource":"%s"%s}}\
    """
        .formatted(effect, action, resource, more);
  }

  private static String allow(String action) {
    return policy("Allow", action, "*", "");
  }

  private static String resourcePolicy(String principal, String action) {
    return policy("Allow", action, "*", ",\"Principal\":{\"AWS\":\"" + principal + "\"}");
  }

  private List<EvaluationResult> results(SimulateCustomPolicyRequest.Builder request) {
    return iam.call(request.build(), SimulateCustomPolicyResponse.class).evaluationResults();
  }

  private EvaluationResult result(SimulateCustomPolicyRequest.Builder request) {
    List<EvaluationResult> results = results(request);
    assertEquals(1, results.size());
    return results.getFirst();
  }

  private String decision(SimulateCustomPolicyRequest.Builder request) {
    return result(request).evalDecisionAsString();
  }

  private String error(SimulateCustomPolicyRequest.Builder request) {
    var error = iam.error(request.build());
    assertEquals("InvalidInput", error.code());
    return error.message();
  }

  /// Walk-through, step 4.
  @Test
  void leastPrivilegeIsAllowedOnItsTableAndImplicitlyDeniedBesides() {
    var request =
        simulate(LAMBDA_POLICY)
            .actionNames("dynamodb:Query", "dynamodb:DeleteTable")
            .resourceArns(TABLE, OTHER_TABLE);
    List<List<String>> shown =
        results(request).stream()
            .map(r -> List.of(r.evalActionName(), r.evalResourceName(), r.evalDecisionAsString()))
            .toList();
    assertEquals(
        List.of(
            List.of("dynamodb:Query", TABLE, "allowed"),
            List.of("dynamodb:Query", OTHER_TABLE, "implicitDeny"),
            List.of("dynamodb:DeleteTable", TABLE, "implicitDeny"),
            List.of("dynamodb:DeleteTable", OTHER_TABLE, "implicitDeny")),
        shown);
  }

  @Test
  void decidingStatementIsNamedWithItsPlace() {
    EvaluationResult result =
        result(simulate(LAMBDA_POLICY).actionNames("dynamodb:Query").resourceArns(TABLE));
    Statement statement = result.matchedStatements().getFirst();
    assertEquals("PolicyInputList.1", statement.sourcePolicyId());
    assertEquals("IAM Policy", statement.sourcePolicyTypeAsString());
    assertEquals(1, statement.startPosition().line());
    assertEquals(41, statement.startPosition().column());
    assertEquals(6, statement.endPosition().line());
    assertEquals(2, statement.endPosition().column());
  }

  @Test
  void onlyTheDenyIsNamedWhereOneMatches() {
    EvaluationResult result =
        result(
            simulate(allow("s3:*"), policy("Deny", "s3:Delete*", "*", ""))
                .actionNames("s3:DeleteObject"));
    assertEquals("explicitDeny", result.evalDecisionAsString());
    assertEquals(
        List.of("PolicyInputList.2"),
        result.matchedStatements().stream().map(Statement::sourcePolicyId).toList());
  }

  @Test
  void implicitDenyNamesNoStatement() {
    EvaluationResult result = result(simulate(allow("s3:*")).actionNames("ec2:RunInstances"));
    assertEquals("implicitDeny", result.evalDecisionAsString());
    assertTrue(result.matchedStatements().isEmpty());
  }

  @Test
  void withoutResourcesTheResourceIsAnything() {
    EvaluationResult result = result(simulate(allow("s3:*")).actionNames("s3:ListAllMyBuckets"));
    assertEquals("*", result.evalResourceName());
    assertEquals("allowed", result.evalDecisionAsString());
    assertFalse(result.hasResourceSpecificResults());
    assertFalse(result.hasEvalDecisionDetails());
    assertNull(result.permissionsBoundaryDecisionDetail());
  }

  @Test
  void resultOnAnArnIsGivenForThatResourceToo() {
    EvaluationResult result =
        result(simulate(LAMBDA_POLICY).actionNames("dynamodb:Query").resourceArns(TABLE));
    ResourceSpecificResult specific = result.resourceSpecificResults().getFirst();
    assertEquals(1, result.resourceSpecificResults().size());
    assertEquals(TABLE, specific.evalResourceName());
    assertEquals(PolicyEvaluationDecisionType.ALLOWED, specific.evalResourceDecision());
    assertEquals(result.matchedStatements(), specific.matchedStatements());
    assertTrue(result.hasEvalDecisionDetails());
    assertTrue(result.evalDecisionDetails().isEmpty());
  }

  /// Walk-through, step 5.
  @ParameterizedTest
  @CsvSource({"dynamodb:Query, allowed, true", "dynamodb:Scan, implicitDeny, false"})
  void boundaryCapsWhatIsPermitted(String action, String decision, boolean byBoundary) {
    EvaluationResult result =
        result(
            simulate(allow("dynamodb:*"))
                .permissionsBoundaryPolicyInputList(allow("dynamodb:Query"))
                .actionNames(action));
    assertEquals(decision, result.evalDecisionAsString());
    assertEquals(
        byBoundary, result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary());
  }

  @Test
  void boundaryAloneGrantsNothing() {
    EvaluationResult result =
        result(
            simulate(allow("s3:*"))
                .permissionsBoundaryPolicyInputList(allow("dynamodb:Query"))
                .actionNames("dynamodb:Query"));
    assertEquals("implicitDeny", result.evalDecisionAsString());
    assertTrue(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary());
  }

  @Test
  void denyInTheBoundaryIsExplicitAndNamesIt() {
    EvaluationResult result =
        result(
            simulate(allow("s3:*"))
                .permissionsBoundaryPolicyInputList(policy("Deny", "s3:*", "*", ""))
                .actionNames("s3:GetObject"));
    assertEquals("explicitDeny", result.evalDecisionAsString());
    assertFalse(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary());
    Statement statement = result.matchedStatements().getFirst();
    assertEquals("PermissionsBoundaryPolicyInputList.1", statement.sourcePolicyId());
    assertEquals("Permissions Boundary Policy", statement.sourcePolicyTypeAsString());
  }

  /// Walk-through, step 5: a resource policy that names the user is not limited by the boundary;
  /// one that names the account is.
  @ParameterizedTest
  @CsvSource({BOB + ", allowed", "111122223333, implicitDeny"})
  void resourcePolicyThatNamesTheUserIsNotLimitedByTheBoundary(String named, String decision) {
    EvaluationResult result =
        result(
            simulate(allow("dynamodb:*"))
                .permissionsBoundaryPolicyInputList(allow("dynamodb:Query"))
                .resourcePolicy(resourcePolicy(named, "dynamodb:Scan"))
                .callerArn(BOB)
                .actionNames("dynamodb:Scan")
                .resourceArns(TABLE));
    assertEquals(decision, result.evalDecisionAsString());
    assertFalse(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary());
  }

  @Test
  void grantingResourcePolicyIsNamed() {
    EvaluationResult result =
        result(
            simulate(allow("s3:*"))
                .resourcePolicy(resourcePolicy(BOB, "dynamodb:Scan"))
                .callerArn(BOB)
                .actionNames("dynamodb:Scan")
                .resourceArns(TABLE));
    Statement statement = result.matchedStatements().getFirst();
    assertEquals("ResourcePolicy", statement.sourcePolicyId());
    assertEquals("Resource Policy", statement.sourcePolicyTypeAsString());
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, arn:aws:iam::444455556666:user/eve, allowed, allowed, allowed",
    "s3:PutObject, arn:aws:iam::444455556666:user/eve, allowed, implicitDeny, implicitDeny",
    "s3:Delete, arn:aws:iam::444455556666:user/eve, implicitDeny, allowed, implicitDeny"
  })
  void acrossAccountsBothSidesMustAllow(
      String action, String caller, String identity, String resource, String decision) {
    EvaluationResult result =
        result(
            simulate(
                    """
                    {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                     "Action":["s3:GetObject","s3:PutObject"],"Resource":"*"}}\
                    """)
                .resourcePolicy(
                    """
                    {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                     "Principal":{"AWS":"444455556666"},
                     "Action":["s3:GetObject","s3:Delete"],"Resource":"*"}}\
                    """)
                .resourceOwner("arn:aws:iam::111122223333:root")
                .callerArn(caller)
                .actionNames(action)
                .resourceArns("arn:aws:s3:::box/key"));
    assertEquals(decision, result.evalDecisionAsString());
    assertEquals(
        Map.of(
            "IAM Policy", PolicyEvaluationDecisionType.fromValue(identity),
            "Resource Policy", PolicyEvaluationDecisionType.fromValue(resource)),
        result.evalDecisionDetails());
  }

  @Test
  void withoutResourcePolicyTheOwnerHasNoBearing() {
    assertEquals(
        "allowed",
        decision(
            simulate(allow("dynamodb:*"))
                .actionNames("dynamodb:Query")
                .resourceArns("arn:aws:dynamodb:eu-west-1:999999999999:table/T")));
    assertEquals(
        "implicitDeny",
        decision(
            simulate(allow("s3:*"))
                .callerArn(BOB)
                .resourceOwner("arn:aws:iam::999999999999:root")
                .actionNames("s3:GetObject")
                .resourceArns("arn:aws:s3:::box/key")));
  }

  /// Roles and KMS keys insist on their own policies, into which this simulation does not go.
  @ParameterizedTest
  @CsvSource({
    "sts:AssumeRole, arn:aws:iam::111122223333:role/R",
    "kms:Decrypt, arn:aws:kms:eu-west-1:111122223333:key/k"
  })
  void identityPolicyDecidesWhereNoResourcePolicyIsGiven(String action, String resource) {
    EvaluationResult result =
        result(simulate(allow("*")).actionNames(action).resourceArns(resource));
    assertEquals("allowed", result.evalDecisionAsString());
    assertEquals(
        List.of("PolicyInputList.1"),
        result.matchedStatements().stream().map(Statement::sourcePolicyId).toList());
    assertEquals(
        "implicitDeny",
        decision(simulate(allow("s3:*")).actionNames(action).resourceArns(resource)));
  }

  @Test
  void trustPolicyCanBeTheResourcePolicy() {
    String trust =
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"AWS":"%s"},"Condition":{"StringEquals":{"sts:ExternalId":"7"}}}}\
        """
            .formatted(BOB);
    var request =
        simulate(allow("sts:AssumeRole"))
            .resourcePolicy(trust)
            .callerArn(BOB)
            .actionNames("sts:AssumeRole")
            .resourceArns("arn:aws:iam::111122223333:role/R");
    assertEquals("implicitDeny", decision(request));
    assertEquals(
        "allowed",
        decision(request.contextEntries(entry("sts:ExternalId", ContextKeyTypeEnum.STRING, "7"))));
  }

  private static ContextEntry entry(
      String key, @Nullable ContextKeyTypeEnum type, String... values) {
    return ContextEntry.builder()
        .contextKeyName(key)
        .contextKeyType(type)
        .contextKeyValues(values)
        .build();
  }

  private static final String MFA =
      policy(
          "Allow", "s3:*", "*", ",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":true}}");

  @Test
  void onlyGivenKeysHaveValuesAndTheOthersAreNamed() {
    EvaluationResult without = result(simulate(MFA).actionNames("s3:GetObject"));
    assertEquals("implicitDeny", without.evalDecisionAsString());
    assertEquals(List.of("aws:MultiFactorAuthPresent"), without.missingContextValues());
    EvaluationResult with =
        result(
            simulate(MFA)
                .actionNames("s3:GetObject")
                .contextEntries(
                    entry("AWS:multifactorauthpresent", ContextKeyTypeEnum.BOOLEAN, "true")));
    assertEquals("allowed", with.evalDecisionAsString());
    assertTrue(with.missingContextValues().isEmpty());
  }

  @Test
  void missingKeysOfAResourceStandWithTheResource() {
    EvaluationResult result =
        result(simulate(MFA).actionNames("s3:GetObject").resourceArns("arn:aws:s3:::box/key"));
    assertTrue(result.missingContextValues().isEmpty());
    assertEquals(
        List.of("aws:MultiFactorAuthPresent"),
        result.resourceSpecificResults().getFirst().missingContextValues());
  }

  @Test
  void keysOfStatementsAboutOtherActionsAreNotMissing() {
    EvaluationResult result = result(simulate(MFA, allow("ec2:*")).actionNames("ec2:RunInstances"));
    assertTrue(result.missingContextValues().isEmpty());
  }

  @Test
  void variablesAreMissingToo() {
    EvaluationResult result =
        result(
            simulate(policy("Allow", "s3:*", "arn:aws:s3:::box/${aws:username}/*", ""))
                .actionNames("s3:GetObject")
                .resourceArns("arn:aws:s3:::box/bob/key"));
    assertEquals("implicitDeny", result.evalDecisionAsString());
    assertEquals(
        List.of("aws:username"),
        result.resourceSpecificResults().getFirst().missingContextValues());
  }

  @Test
  void pagesHoldEveryResultOnce() {
    SimulateCustomPolicyRequest.Builder request =
        simulate(allow("s3:*"))
            .actionNames("s3:A", "s3:B", "s3:C")
            .resourceArns("arn:aws:s3:::x", "arn:aws:s3:::y")
            .maxItems(4);
    List<String> seen = new ArrayList<>();
    String marker = null;
    int pages = 0;
    do {
      var page = iam.call(request.marker(marker).build(), SimulateCustomPolicyResponse.class);
      page.evaluationResults()
          .forEach(r -> seen.add(r.evalActionName() + " " + r.evalResourceName()));
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
      pages++;
    } while (marker != null);
    assertEquals(2, pages);
    assertEquals(
        List.of(
            "s3:A arn:aws:s3:::x",
            "s3:A arn:aws:s3:::y",
            "s3:B arn:aws:s3:::x",
            "s3:B arn:aws:s3:::y",
            "s3:C arn:aws:s3:::x",
            "s3:C arn:aws:s3:::y"),
        seen);
  }

  /// The last three are `1:bob`, `1:-1` and `1:99999999999` in base64.
  @ParameterizedTest
  @ValueSource(strings = {"junk", "MTpib2I=", "MTotMQ==", "MTo5OTk5OTk5OTk5OQ=="})
  void markerOfAnotherListIsInvalid(String marker) {
    assertEquals(
        "Invalid Marker.",
        iam.error(simulate(allow("*")).actionNames("s3:A").marker(marker).build()).message());
  }

  @Test
  void everythingSimulatedIsCheckedFirst() {
    var request = simulate(allow("*")).actionNames("s3:GetObject");
    assertEquals(
        "ActionNames are not in a valid format: s3:Get*.",
        error(simulate(allow("*")).actionNames("s3:Get*")));
    assertEquals(
        "ActionNames are not in a valid format: GetObject.",
        error(simulate(allow("*")).actionNames("GetObject")));
    assertEquals(
        "ResourceNames are not in a valid ARN format: box/key.",
        error(request.resourceArns("box/key")));
    request.resourceArns("*");
    assertEquals(
        "'nobody' is not a valid as a Resource Owner.", error(request.resourceOwner("nobody")));
  }

  @Test
  void badPoliciesAreRefusedByName() {
    assertTrue(
        error(simulate(allow("*"), "{").actionNames("s3:GetObject"))
            .startsWith("Invalid policy PolicyInputList.2: "));
    assertTrue(
        error(
                simulate(allow("*"))
                    .actionNames("s3:GetObject")
                    .callerArn(BOB)
                    .resourcePolicy(allow("*")))
            .startsWith("Invalid policy ResourcePolicy: "));
    assertEquals(
        SimulationErrors.severalBoundaries().message(),
        error(
            simulate(allow("*"))
                .permissionsBoundaryPolicyInputList(allow("*"), allow("*"))
                .actionNames("s3:GetObject")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:role/R",
        "arn:aws:sts::111122223333:assumed-role/R/s",
        "arn:aws:iam::111122223333:root",
        "lambda.amazonaws.com"
      })
  void onlyUsersCanCall(String caller) {
    String expected = "Invalid caller - Caller must be an IAM user in this context.";
    assertEquals(
        expected, error(simulate(allow("*")).actionNames("s3:GetObject").callerArn(caller)));
    assertEquals(
        expected,
        error(
            simulate(allow("*"))
                .actionNames("s3:GetObject")
                .resourcePolicy(resourcePolicy(BOB, "s3:*"))));
  }
}
