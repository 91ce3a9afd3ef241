package io.claviger.policy.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.claviger.policy.cases.CaseReader;
import io.claviger.policy.cases.DecisionCase;
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
    DecisionCase row = assertInstanceOf(DecisionCase.class, new CaseReader().read(line));
    String expected = JSON.readTree(line).path("expected").path("decision").asString();
    return DynamicTest.dynamicTest(row.id(), () -> check(row, expected));
  }

  private static void check(DecisionCase row, String expected) {
    SecondOpinion opinion =
        SecondEvaluator.of(row.policies(), row.request(), Watcher.NONE).opinion();
    String decision = expected.replaceAll("(?<=.)[A-Z]", "_$0");

    assertEquals(decision.toUpperCase(java.util.Locale.ROOT), opinion.outcome().name());
    assertEquals(
        SecondOpinion.of(Evaluator.evaluate(row.policies(), row.request())), opinion, row.id());
  }
}
