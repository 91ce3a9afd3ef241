package io.claviger.policy.decide;

import io.claviger.policy.document.Statement;
import java.util.List;

/// What became of one statement in one decision.
///
/// @param index the statement's place in its policy, from 0
/// @param misses why it did not match, all reasons; empty if it matched
/// @param untold of a `Deny`, what could not be compared: that counts as met, though nobody knows
public record StatementOutcome(
    Layer layer,
    PolicySource source,
    int index,
    Statement statement,
    List<Miss> misses,
    List<Miss> untold) {

  public StatementOutcome {
    misses = List.copyOf(misses);
    untold = List.copyOf(untold);
  }

  public boolean isMatch() {
    return misses.isEmpty();
  }
}
