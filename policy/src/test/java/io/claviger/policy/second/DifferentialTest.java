package io.claviger.policy.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.second.SecondOpinion.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The engine, with and without a recorder, and the second opinion agree on generated cases.
///
/// The system property `claviger.cases` says on how many, `claviger.seed` from which seed on.
final class DifferentialTest {

  private static final String CASES_PROPERTY = "claviger.cases";
  private static final long CASES = 100_000;

  /// So few may leave gaps.
  private static final long FEW = 100_000;

  @Test
  void Abuse_032_to_048_theEngineAndTheSecondOpinionAgree() {
    long cases = Long.getLong(CASES_PROPERTY, CASES);
    Tournament tournament = new Tournament(cases);
    tournament.run();
    Coverage coverage = tournament.coverage();

    assertEquals(List.of(), tournament.differences(), String.join("\n", tournament.differences()));
    System.out.println(coverage);
    if (cases >= FEW) {
      assertTrue(coverage.count(Outcome.ALLOWED) >= cases / 5, "too few allowed");
      assertTrue(coverage.count(Outcome.EXPLICITLY_DENIED) >= cases / 5, "too few denied");
      assertEquals(List.of(), coverage.gaps());
    }
  }
}
