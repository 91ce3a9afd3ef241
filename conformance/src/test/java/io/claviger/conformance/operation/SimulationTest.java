package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

class SimulationTest implements OperationFamily {

  private static final String ON_TAG =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*",
       "Condition":{"StringEquals":{"aws:PrincipalTag/Team":"blue"}}}]}\
      """;

  @Test
  @Success("SimulateCustomPolicy")
  void givenPoliciesAreTried(Tenant t) {
    assertDecisions(
        t.iam()
            .simulateCustomPolicy(in ->
                in.policyInputList(Given.DOCUMENT).actionNames("s3:ListBucket", "s3:GetObject"))
            .evaluationResults());
  }

  @Test
  @Success("SimulatePrincipalPolicy")
  void policiesOfAUserAreTried(Tenant t) {
    Given.user(t, "ann");
    t.iam().putUserPolicy(in -> in.userName("ann").policyName("p").policyDocument(Given.DOCUMENT));
    assertDecisions(
        t.iam()
            .simulatePrincipalPolicy(in ->
                in.policySourceArn(t.arn("user/ann")).actionNames("s3:ListBucket", "s3:GetObject"))
            .evaluationResults());
  }

  private static void assertDecisions(List<EvaluationResult> results) {
    assertEquals(
        List.of(PolicyEvaluationDecisionType.ALLOWED, PolicyEvaluationDecisionType.IMPLICIT_DENY),
        results.stream().map(EvaluationResult::evalDecision).toList());
  }

  @Test
  @Success({"GetContextKeysForCustomPolicy", "GetContextKeysForPrincipalPolicy"})
  void keysThatPoliciesAskForAreListed(Tenant t) {
    List<String> keys = List.of("aws:PrincipalTag/Team");
    assertEquals(
        keys,
        t.iam().getContextKeysForCustomPolicy(in -> in.policyInputList(ON_TAG)).contextKeyNames());
    Given.user(t, "ann");
    t.iam().putUserPolicy(in -> in.userName("ann").policyName("p").policyDocument(ON_TAG));
    assertEquals(
        keys,
        t.iam()
            .getContextKeysForPrincipalPolicy(in -> in.policySourceArn(t.arn("user/ann")))
            .contextKeyNames());
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.invalidInput(
            "SimulateCustomPolicy",
            t ->
                t.iam()
                    .simulateCustomPolicy(
                        in -> in.policyInputList("[]").actionNames("s3:ListBucket"))),
        Refusal.noSuchEntity(
            "SimulatePrincipalPolicy",
            t ->
                t.iam()
                    .simulatePrincipalPolicy(
                        in -> in.policySourceArn(t.arn("user/ann")).actionNames("s3:ListBucket"))),
        Refusal.invalidInput(
            "SimulatePrincipalPolicy",
            t ->
                t.iam()
                    .simulatePrincipalPolicy(in ->
                        in.policySourceArn(Given.NO_POLICY_ARN).actionNames("s3:ListBucket"))),
        Refusal.invalidInput(
            "GetContextKeysForCustomPolicy",
            t -> t.iam().getContextKeysForCustomPolicy(in -> in.policyInputList("[]"))),
        Refusal.noSuchEntity(
            "GetContextKeysForPrincipalPolicy",
            t ->
                t.iam()
                    .getContextKeysForPrincipalPolicy(in -> in.policySourceArn(t.arn("user/ann")))),
        Refusal.invalidInput(
            "GetContextKeysForPrincipalPolicy",
            t ->
                t.iam()
                    .getContextKeysForPrincipalPolicy(
                        in -> in.policySourceArn(Given.NO_POLICY_ARN))));
  }
}
