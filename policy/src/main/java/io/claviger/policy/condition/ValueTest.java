package io.claviger.policy.condition;

import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.Runs;
import io.claviger.policy.match.Subjects;
import io.claviger.policy.match.Truth;

/// One value in the policy, compared to one value in the request. Always the positive comparison,
/// also under a negated operator.
interface ValueTest {

  /// Whether the two compare; [Truth#UNKNOWN] if one of them is not of the operator's type.
  Truth matches(String value, ContextValues context, Subjects subjects);

  /// What can be told of it by the code of the request's value.
  default CodeRanges byCode() {
    return CodeRanges.UNTOLD;
  }

  /// The mark of a run of characters without which a value does not compare, see [Runs].
  default int mark() {
    return Runs.NONE;
  }
}
