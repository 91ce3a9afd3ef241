package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.cases.CaseReader;
import io.claviger.policy.cases.DecisionCase;
import io.claviger.testkit.DecisionTables;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What an attacker would try on the policy language, as rows of the table `abuse`, honest twins
/// included.
final class AbuseRowsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Decides every row of a case; at least one must be allowed and one denied.
  private static void check(int number) {
    List<JsonNode> rows =
        DecisionTables.rows("abuse")
            .map(JSON::readTree)
            .filter(row -> row.path("id").asString().startsWith("Abuse " + number + ":"))
            .toList();
    assertTrue(rows.stream().anyMatch(row -> expected(row).equals("Allowed")));
    assertTrue(rows.stream().anyMatch(row -> expected(row).endsWith("Denied")));
    for (JsonNode row : rows) {
      DecisionCase read =
          assertInstanceOf(DecisionCase.class, new CaseReader().read(row.toString()));
      Decision decision = Evaluator.evaluate(read.policies(), read.request());
      assertEquals(expected(row), decision.getClass().getSimpleName(), read.id());
    }
  }

  private static String expected(JsonNode row) {
    return row.path("expected").path("decision").asString();
  }

  @Test
  void Abuse_032_whatIsFilledInStaysLiteral() {
    check(32);
  }

  @Test
  void Abuse_033_anOldPolicyHasNoVariables() {
    check(33);
  }

  @Test
  void Abuse_037_absentMfaKeyFollowsTheTable() {
    check(37);
  }

  @Test
  void Abuse_038_negatedElementsCoverWhatTheySay() {
    check(38);
  }

  @Test
  void Abuse_040_whatAGrantIsWorthDependsOnWhomItNames() {
    check(40);
  }

  @Test
  void Abuse_041_organizationPoliciesSpareOnlyWhomTheyMay() {
    check(41);
  }

  @Test
  void Abuse_043_arnsAreComparedFieldByField() {
    check(43);
  }

  @Test
  void Abuse_047_whatCannotBeEvaluatedFailsClosed() {
    check(47);
  }

  @Test
  void Abuse_048_extremeValuesAreReadExactly() {
    check(48);
  }
}
