package io.claviger.policy.decide;

import io.claviger.policy.match.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one action means to the statements of an index. Immutable.
final class ActionView {

  /// So many candidates are sooner tried than looked up.
  private static final int FEW = 3;

  // One of each: to see that it is empty takes no look at memory that nothing else looks at.
  private static final PlacedStatement[] NONE_CERTAIN = {};
  private static final Gate[] NO_GATES = {};
  private static final Candidate[] NONE_NARROW = {};
  private static final ArnTable[] NO_TABLES = {};

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

  /// What the tables have for this action, if that is little; they are not looked at then.
  private final Candidate[] few;

  private final ArnTable[] tables;

  /// The table of the action's own service, of which most resources are; null if there is none.
  private final @Nullable ArnTable own;

  private ActionView(
      long[] covering,
      long filled,
      List<PlacedStatement> certain,
      List<Gate> gates,
      List<Candidate> few,
      List<ArnTable> tables,
      String service) {
    this.covering = covering;
    this.filled = filled;
    this.certain = certain.toArray(NONE_CERTAIN);
    this.gates = gates.toArray(NO_GATES);
    this.gated = gates.stream().mapToInt(Gate::size).sum();
    this.few = few.toArray(NONE_NARROW);
    this.tables = tables.toArray(NO_TABLES);
    this.own = named(service, this.tables);
  }

  /// @param action in lower case
  /// @param filed to which resources lead
  /// @param known gates of other actions, to which this one's are added
  static ActionView of(
      String action,
      ActionElements elements,
      List<Candidate> broad,
      FiledCandidates filed,
      Map<List<Candidate>, Gate> known) {
    long[] covering = elements.covering(action);
    long filled = 0;
    List<PlacedStatement> certain = new ArrayList<>();
    List<Candidate> open = new ArrayList<>();
    for (Candidate candidate : covered(broad, covering)) {
      PlacedStatement placed = candidate.placed();
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
    List<Candidate> narrow = covered(filed.candidates(), covering);
    boolean areFew = narrow.size() <= FEW;
    String service = action.substring(0, Math.max(0, action.indexOf(':')));
    return new ActionView(
        covering,
        filled,
        certain,
        Gate.all(open, known),
        areFew ? narrow : List.of(),
        areFew ? List.of() : filed.tables(),
        service);
  }

  private static List<Candidate> covered(List<Candidate> candidates, long[] covering) {
    return candidates.stream().filter(one -> covers(covering, one.actions())).toList();
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

  /// Matches the statements that are not in [#table].
  void offer(Question question, Fold fold) {
    fold.fill(filled);
    for (PlacedStatement placed : certain) {
      fold.add(placed, Grip.DIRECT);
    }
    Runs runs = Runs.of(question.resource(), gated);
    for (Gate gate : gates) {
      gate.offer(runs, question, fold);
    }
    for (Candidate candidate : few) {
      candidate.offer(question, fold);
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
