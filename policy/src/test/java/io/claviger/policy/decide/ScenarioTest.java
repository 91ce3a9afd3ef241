package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.claviger.policy.cases.CaseReader;
import io.claviger.policy.cases.DecisionCase;
import io.claviger.testkit.DecisionTables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Every row of the scenario tables gets the decision that its rule says, with and without a
/// recorder.
final class ScenarioTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicNode> everyRowIsDecidedAsItsRuleSays() {
    return DecisionTables.all().map(ScenarioTest::test);
  }

  private static DynamicTest test(String line) {
    DecisionCase row = assertInstanceOf(DecisionCase.class, new CaseReader().read(line));
    JsonNode expected = JSON.readTree(line).path("expected");
    return DynamicTest.dynamicTest(row.id(), () -> check(row, expected));
  }

  private static void check(DecisionCase row, JsonNode expected) {
    List<StatementOutcome> outcomes = new ArrayList<>();
    Decision decision = Evaluator.evaluate(row.policies(), row.request());
    Decision recorded = Evaluator.evaluate(row.policies(), row.request(), outcomes::add);

    assertEquals(expected.path("decision").asString(), name(decision), decision::toString);
    assertEquals(expected.path("layer").asString(layer(decision)), layer(decision), row.id());
    assertEquals(decision, recorded);
    assertEquals(
        decision.deciding().size(),
        outcomes.stream().filter(StatementOutcome::isMatch).filter(decides(decision)).count());
  }

  private static Predicate<StatementOutcome> decides(Decision decision) {
    return outcome ->
        decision
            .deciding()
            .contains(
                new MatchedStatement(
                    outcome.layer(), outcome.source(), outcome.index(), outcome.statement()));
  }

  private static String name(Decision decision) {
    return decision.getClass().getSimpleName();
  }

  private static String layer(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> "none";
      case Decision.ExplicitlyDenied(Layer layer, List<MatchedStatement> _) -> layer.name();
      case Decision.ImplicitlyDenied(Layer layer) -> layer.name();
    };
  }
}
