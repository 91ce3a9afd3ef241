package io.claviger.policy.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.match.Subjects;
import io.claviger.policy.match.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The set operators against their definition, on all sets of a small alphabet.
final class SetOperatorsTest {

  private static final List<String> ALPHABET = List.of("a", "b", "c");

  /// The key's values, or null for an absent key.
  record Row(boolean isAll, boolean isNegated, List<String> wanted, @Nullable List<String> given) {

    String operator() {
      return (isAll ? "ForAllValues:" : "ForAnyValue:")
          + (isNegated ? "StringNotEquals" : "StringEquals");
    }

    boolean holds() {
      Predicate<String> matches = value -> wanted.contains(value) != isNegated;
      Set<String> values = given == null ? Set.of() : Set.copyOf(given);
      return isAll ? values.stream().allMatch(matches) : values.stream().anyMatch(matches);
    }
  }

  static Stream<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (boolean isAll : new boolean[] {true, false}) {
      for (boolean isNegated : new boolean[] {true, false}) {
        for (List<String> wanted : subsets()) {
          subsets().stream()
              .filter(_ -> !wanted.isEmpty())
              .forEach(given -> rows.add(new Row(isAll, isNegated, wanted, given)));
          if (!wanted.isEmpty()) {
            rows.add(new Row(isAll, isNegated, wanted, null));
          }
        }
      }
    }
    return rows.stream();
  }

  private static List<List<String>> subsets() {
    List<List<String>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << ALPHABET.size(); bits++) {
      int chosen = bits;
      subsets.add(ALPHABET.stream().filter(c -> (chosen >> ALPHABET.indexOf(c) & 1) == 1).toList());
    }
    return subsets;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void Abuse_036_setOperatorsAreAsDefinedOnAllSets(Row row) {
    Condition condition = new Condition(row.operator(), "aws:TagKeys", row.wanted());
    List<String> given = row.given();
    RequestContext context =
        given == null ? RequestContext.EMPTY : RequestContext.EMPTY.with("aws:TagKeys", given);

    assertEquals(
        Truth.of(row.holds()), CompiledCondition.of(condition, true).holds(context, Subjects.NONE));
  }
}
