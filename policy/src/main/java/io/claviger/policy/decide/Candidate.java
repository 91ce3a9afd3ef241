package io.claviger.policy.decide;

import io.claviger.policy.match.ArnPattern;
import io.claviger.policy.match.Runs;
import org.jspecify.annotations.Nullable;

/// A statement that may match a request for what one of its resource patterns says.
///
/// @param actions the number of its `Action` element in the index
/// @param pattern the one of its resource patterns; null where all must be looked at
/// @param next the next candidate under the same key
record Candidate(
    PlacedStatement placed, int actions, @Nullable ArnPattern pattern, @Nullable Candidate next) {

  Candidate before(@Nullable Candidate other) {
    return new Candidate(placed, actions, pattern, other);
  }

  /// The mark of a run of characters that every resource has that the pattern matches, see [Runs].
  int mark() {
    return pattern == null ? Runs.NONE : pattern.mark();
  }

  /// Matches the rest of the statement; its action is known to match.
  void offer(Question question, Fold fold) {
    if (fold.isIdle(placed)) {
      return;
    }
    Grip grip = placed.matchBeyondAction(question, pattern);
    if (grip != Grip.NONE) {
      fold.add(placed, grip);
    }
  }
}
