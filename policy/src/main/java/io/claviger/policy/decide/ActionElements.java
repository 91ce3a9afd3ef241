package io.claviger.policy.decide;

import io.claviger.policy.document.Statement.ActionElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The distinct `Action` and `NotAction` elements of an index, numbered.
final class ActionElements {

  /// What cannot be told of an action counts for a `Deny` and against an `Allow`.
  private record Key(ActionElement element, boolean isDeny) {}

  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<CompiledStatement> examples = new ArrayList<>();

  /// The number of the statement's element.
  int add(CompiledStatement statement) {
    Key key = new Key(statement.source().action(), statement.isDeny());
    return numbers.computeIfAbsent(
        key,
        _ -> {
          examples.add(statement);
          return examples.size() - 1;
        });
  }

  /// For each element, by its number, whether it is about the action: one bit each.
  ///
  /// @param action in lower case
  long[] covering(String action) {
    long[] bits = new long[(examples.size() + 63) >> 6];
    for (int i = 0; i < examples.size(); i++) {
      CompiledStatement statement = examples.get(i);
      if (statement.holds(statement.actions().covers(action))) {
        bits[i >> 6] |= 1L << i;
      }
    }
    return bits;
  }
}
