package io.claviger.policy.second;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.policy.decide.DecisionCase;
import io.claviger.policy.decide.Evaluator;
import io.claviger.testkit.DecisionTables;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.ObjectMapper;

/// The second opinion on every row of the scenario tables.
final class ScenarioTablesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicNode> everyRowIsDecidedAsItsRuleSays() {
    return DecisionTables.all().map(ScenarioTablesTest::test);
  }

  private static DynamicTest test(String line) {
    DecisionCase row = DecisionCase.of(JSON.readTree(line));
    return DynamicTest.dynamicTest(row.id(), () -> check(row));
  }

  private static void check(DecisionCase row) {
    SecondOpinion opinion = SecondEvaluator.evaluate(row.policies(), row.request());
    String decision = row.expected().path("decision").asString().replaceAll("(?<=.)[A-Z]", "_$0");

    assertEquals(decision.toUpperCase(java.util.Locale.ROOT), opinion.outcome().name());
    assertEquals(
        SecondOpinion.of(Evaluator.evaluate(row.policies(), row.request())), opinion, row.id());
  }
}
