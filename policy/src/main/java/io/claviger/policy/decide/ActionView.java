package io.claviger.policy.decide;

import io.claviger.policy.condition.CompiledCondition;
import io.claviger.policy.match.Runs;
import io.claviger.policy.match.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one action means to the statements of an index. Immutable.
final class ActionView {

  /// By number of the `Action` element, whether it is about this action.
  private final long[] covering;

  /// What is filled whatever the resource and the context are.
  private final long filled;

  /// Statements that match whatever the resource and the context are.
  private final PlacedStatement[] certain;

  /// Candidates whatever the resource is.
  private final Candidate[] broad;

  /// For each of these a condition of its statement; null if it has none.
  private final @Nullable CompiledCondition[] gates;

  /// For each of these what a resource must have in it, see [Runs].
  private final int[] marks;

  private final ArnTable[] tables;

  /// The table of the action's own service, of which most resources are; null if there is none.
  private final @Nullable ArnTable own;

  private ActionView(
      long[] covering,
      long filled,
      List<PlacedStatement> certain,
      List<Candidate> broad,
      ArnTable[] tables,
      @Nullable ArnTable own) {
    this.covering = covering;
    this.filled = filled;
    this.certain = certain.toArray(PlacedStatement[]::new);
    this.broad = broad.toArray(Candidate[]::new);
    this.gates = new CompiledCondition[this.broad.length];
    for (int i = 0; i < gates.length; i++) {
      gates[i] = this.broad[i].placed().statement().firstCondition();
    }
    this.marks = broad.stream().mapToInt(Candidate::mark).toArray();
    this.tables = tables;
    this.own = own;
  }

  /// @param action in lower case
  static ActionView of(
      String action, ActionElements elements, List<Candidate> broad, ArnTable[] tables) {
    long[] covering = elements.covering(action);
    long filled = 0;
    List<PlacedStatement> certain = new ArrayList<>();
    List<Candidate> open = new ArrayList<>();
    for (Candidate candidate : broad) {
      PlacedStatement placed = candidate.placed();
      if (!covers(covering, candidate)) {
        continue;
      }
      if (!placed.statement().isUnconditional(placed.layer())) {
        open.add(candidate);
      } else if (placed.onlyLimits()) {
        filled |= placed.slot();
      } else {
        certain.add(placed);
      }
    }
    long alreadyFilled = filled;
    open.removeIf(candidate ->
        candidate.placed().onlyLimits() && (candidate.placed().slot() & alreadyFilled) != 0);
    String service = action.substring(0, Math.max(0, action.indexOf(':')));
    return new ActionView(covering, filled, certain, open, tables, named(service, tables));
  }

  private static @Nullable ArnTable named(String service, ArnTable[] tables) {
    for (ArnTable table : tables) {
      if (table.service().equals(service)) {
        return table;
      }
    }
    return null;
  }

  private static boolean covers(long[] covering, Candidate candidate) {
    return (covering[candidate.actions() >> 6] & (1L << candidate.actions())) != 0;
  }

  boolean covers(Candidate candidate) {
    return covers(covering, candidate);
  }

  /// Matches the statements to which no resource leads.
  void offer(Question question, Fold fold) {
    fold.fill(filled);
    for (PlacedStatement placed : certain) {
      fold.add(placed, Grip.DIRECT);
    }
    Runs runs = Runs.of(question.resource(), marks.length);
    for (int i = 0; i < broad.length; i++) {
      if ((runs == null || runs.mayHave(marks[i])) && isOpen(i, question)) {
        broad[i].offer(question, fold);
      }
    }
  }

  private boolean isOpen(int number, Question question) {
    CompiledCondition gate = gates[number];
    return gate == null || gate.holds(question.context()) != Truth.FALSE;
  }

  /// The table of the resource's service; null if there is none.
  @Nullable ArnTable table(Question question) {
    if (own != null && question.isOf(own.service())) {
      return own;
    }
    for (ArnTable table : tables) {
      if (question.isOf(table.service())) {
        return table;
      }
    }
    return null;
  }
}
