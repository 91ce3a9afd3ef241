package io.claviger.policy.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.second.SecondOpinion.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The engine, with and without a recorder, and the second opinion agree on generated cases.
///
/// `claviger.cases` says on how many, `claviger.seed` from which seed on.
final class DifferentialTest {

  private static final String CASES_PROPERTY = "claviger.cases";
  private static final long CASES = 40_000;

  @Test
  void Abuse_032_038_048_theEngineAndTheSecondOpinionAgree() {
    long cases = Long.getLong(CASES_PROPERTY, CASES);
    Tournament tournament = new Tournament(cases);
    long start = System.nanoTime();
    tournament.run();
    Coverage coverage = tournament.coverage();
    System.out.printf(
        "%,d cases from seed %d in %d s%n%s%n",
        cases, tournament.seed(), (System.nanoTime() - start) / 1_000_000_000, coverage);

    assertEquals(List.of(), tournament.differences(), String.join("\n", tournament.differences()));
    assertTrue(coverage.count(Outcome.ALLOWED) >= cases / 5, coverage::toString);
    assertTrue(coverage.count(Outcome.EXPLICITLY_DENIED) >= cases / 5, coverage::toString);
  }
}
