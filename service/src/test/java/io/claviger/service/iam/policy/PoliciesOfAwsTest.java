package io.claviger.service.iam.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.reference.ManagedPolicies;
import io.claviger.reference.ManagedPolicy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What AWS itself writes is the measure of a strict parser.
final class PoliciesOfAwsTest {

  @Test
  void everyManagedPolicyCouldBeSavedAgain() {
    List<String> refused =
        ManagedPolicies.load().inOrder(null).flatMap(PoliciesOfAwsTest::refusal).toList();

    assertEquals(List.of(), refused);
  }

  private static Stream<String> refusal(ManagedPolicy policy) {
    return PolicyParser.parse(policy.document(), PolicyKind.IDENTITY).refusal().stream()
        .map(message -> policy.name() + ": " + message);
  }
}
