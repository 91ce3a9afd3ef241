package io.claviger.service.iam.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.service.InMemoryIam;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;

/// The answer to many questions is the answers to each.
class ManyAtOnceTest {

  private static final int CASES = 60;

  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "s3:PutObject", "sqs:SendMessage");

  private static final List<String> RESOURCES =
      List.of("arn:aws:s3:::b/k", "arn:aws:s3:::b/x", "arn:aws:sqs:eu-west-1:111122223333:q");

  private final InMemoryIam iam = new InMemoryIam();

  private static String policy(Choices choices) {
    return """
    {"Version":"2012-10-17","Statement":{"Effect":"%s","Action":"%s","Resource":"%s"}}\
    """
        .formatted(
            choices.oneOf("Allow", "Allow", "Deny"),
            choices.oneOf("s3:*", "s3:Get*", "sqs:*", "*"),
            choices.oneOf("*", "arn:aws:s3:::b/*", "arn:aws:s3:::*/k", "arn:aws:sqs:*:*:q"));
  }

  private List<EvaluationResult> simulate(
      List<String> policies, List<String> actions, List<String> resources) {
    return iam.call(
            SimulateCustomPolicyRequest.builder()
                .policyInputList(policies)
                .actionNames(actions)
                .resourceArns(resources)
                .build(),
            SimulateCustomPolicyResponse.class)
        .evaluationResults();
  }

  @Test
  void Abuse_046_manyAtOnceAreDecidedAsOneByOne() {
    Set<String> seen = new HashSet<>();
    Choices.forSeeds(
        CASES,
        choices -> {
          List<String> policies = choices.listOf(1, 3, ManyAtOnceTest::policy);
          List<String> together = new ArrayList<>();
          List<String> apart = new ArrayList<>();
          for (EvaluationResult result : simulate(policies, ACTIONS, RESOURCES)) {
            for (ResourceSpecificResult each : result.resourceSpecificResults()) {
              together.add(
                  line(result, each.evalResourceName(), each.evalResourceDecisionAsString()));
            }
          }
          for (String action : ACTIONS) {
            for (String resource : RESOURCES) {
              EvaluationResult one =
                  simulate(policies, List.of(action), List.of(resource)).getFirst();
              apart.add(line(one, one.evalResourceName(), one.evalDecisionAsString()));
              seen.add(one.evalDecisionAsString());
            }
          }
          assertEquals(apart, together, policies::toString);
        });
    assertEquals(Set.of("allowed", "explicitDeny", "implicitDeny"), seen);
  }

  private static String line(EvaluationResult result, String resource, String decision) {
    return result.evalActionName() + ' ' + resource + ' ' + decision;
  }
}
