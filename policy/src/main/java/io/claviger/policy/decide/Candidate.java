package io.claviger.policy.decide;

import io.claviger.policy.match.ArnPattern;
import io.claviger.policy.match.Runs;
import org.jspecify.annotations.Nullable;

/// A statement that may match a request for what one of its resource patterns says.
///
/// @param actions the number of its `Action` element in the index
/// @param pattern the one of its resource patterns; null where all must be looked at
record Candidate(PlacedStatement placed, int actions, @Nullable ArnPattern pattern) {

  /// The mark of a run of characters that every resource has that the pattern matches, see [Runs].
  int mark() {
    return pattern == null ? Runs.NONE : pattern.mark();
  }

  /// Matches the rest of the statement; its action is known to match.
  void offer(Question question, Fold fold) {
    placed.offer(question, pattern, fold);
  }
}
