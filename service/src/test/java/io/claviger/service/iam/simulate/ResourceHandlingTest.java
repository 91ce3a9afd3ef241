package io.claviger.service.iam.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.service.InMemoryIam;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;

class ResourceHandlingTest {

  private final InMemoryIam iam = new InMemoryIam();

  private static SimulateCustomPolicyRequest request(String option, String types) {
    List<String> arns =
        Stream.of(types.split(" ", -1))
            .map(type -> "arn:aws:ec2:eu-west-1:111122223333:" + type + "/x")
            .toList();
    return SimulateCustomPolicyRequest.builder()
        .policyInputList(
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:*",
             "NotResource":"arn:aws:ec2:*:*:subnet/*"}}\
            """)
        .actionNames("ec2:RunInstances")
        .resourceArns(arns)
        .resourceHandlingOption(option)
        .build();
  }

  private EvaluationResult result(String option, String types) {
    List<EvaluationResult> results =
        iam.call(request(option, types), SimulateCustomPolicyResponse.class).evaluationResults();
    assertEquals(1, results.size());
    return results.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "EC2-VPC-InstanceStore, network-interface",
    "EC2-VPC-InstanceStore-Subnet, network-interface subnet",
    "EC2-VPC-EBS, network-interface volume",
    "EC2-VPC-EBS-Subnet, network-interface subnet volume",
    "EC2-Classic-EBS, volume"
  })
  void scenarioWantsAllOfItsResources(String option, String types) {
    String all = "instance image security-group " + types;
    result(option, all);
    for (String missing : all.split(" ", -1)) {
      String fewer = all.replaceFirst(" ?" + missing + "(?= |$)", "").strip();
      assertEquals(
          "ResourceHandlingOption " + option + " requires a resource of type " + missing + ".",
          iam.error(request(option, fewer)).message());
    }
  }

  @Test
  void actionIsAllowedIfItIsOnAllResources() {
    assertEquals(
        "allowed",
        result("EC2-VPC-InstanceStore", "instance image security-group network-interface")
            .evalDecisionAsString());
    EvaluationResult denied =
        result(
            "EC2-VPC-InstanceStore-Subnet",
            "instance image security-group network-interface subnet");
    assertEquals("implicitDeny", denied.evalDecisionAsString());
    assertEquals("*", denied.evalResourceName());
    assertEquals(
        List.of("allowed", "allowed", "allowed", "allowed", "implicitDeny"),
        denied.resourceSpecificResults().stream()
            .map(ResourceSpecificResult::evalResourceDecisionAsString)
            .toList());
  }

  @Test
  void unknownScenarioIsRefused() {
    assertEquals(
        "'EC2-Moon' is not a valid ResourceHandlingOption.",
        iam.error(request("EC2-Moon", "instance")).message());
  }
}
