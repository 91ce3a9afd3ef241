package io.claviger.policy.decide;

import io.claviger.policy.match.Runs;
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
  private final Gate[] gates;

  /// How many candidates these have.
  private final int gated;

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
    this.gates = Gate.all(broad).toArray(Gate[]::new);
    this.gated = broad.size();
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
      if (!covers(covering, candidate.actions())) {
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

  private static boolean covers(long[] covering, int actions) {
    return (covering[actions >> 6] & (1L << actions)) != 0;
  }

  /// Whether the `Action` element of this number is about the action.
  boolean covers(int actions) {
    return covers(covering, actions);
  }

  /// Matches the statements to which no resource leads.
  void offer(Question question, Fold fold) {
    fold.fill(filled);
    for (PlacedStatement placed : certain) {
      fold.add(placed, Grip.DIRECT);
    }
    Runs runs = Runs.of(question.resource(), gated);
    for (Gate gate : gates) {
      gate.offer(runs, question, fold);
    }
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
