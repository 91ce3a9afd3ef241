package io.claviger.policy.decide;

import io.claviger.policy.condition.CodedCondition;
import io.claviger.policy.match.Runs;
import io.claviger.policy.match.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one action means to the statements of an index. Immutable.
final class ActionView {

  /// So many candidates are sooner tried than looked up.
  private static final int FEW = 16;

  // One of each: to see that it is empty takes no look at memory that nothing else looks at.
  private static final PlacedStatement[] NONE_CERTAIN = {};
  private static final Gate[] NO_GATES = {};
  private static final ArnTable[] NO_TABLES = {};

  /// By number of the `Action` element, whether it is about this action.
  private final long[] covering;

  /// What is filled whatever the resource and the context are.
  private final long filled;

  /// Statements that match whatever the resource and the context are.
  private final PlacedStatement[] certain;

  /// Candidates whatever the resource is.
  private final Gate[] gates;

  /// What mostly tells of each of these that a request does not pass; null if nothing does.
  private final @Nullable CodedCondition[] coded;

  /// How many candidates these have.
  private final int gated;

  /// What the tables have for this action, if that is little, and then they are not looked at; else
  /// null.
  private final @Nullable CandidateRows few;

  private final ArnTable[] tables;

  /// The table of the action's own service, of which most resources are; null if there is none.
  private final @Nullable ArnTable own;

  private ActionView(
      long[] covering,
      long filled,
      List<PlacedStatement> certain,
      List<Gate> gates,
      @Nullable CandidateRows few,
      List<ArnTable> tables,
      String service) {
    this.covering = covering;
    this.filled = filled;
    this.certain = certain.toArray(NONE_CERTAIN);
    this.gates = gates.toArray(NO_GATES);
    this.coded = gates.stream().map(Gate::coded).toArray(CodedCondition[]::new);
    this.gated = gates.stream().mapToInt(Gate::size).sum();
    this.few = few;
    this.tables = tables.toArray(NO_TABLES);
    this.own = named(service, this.tables);
  }

  /// What the views of an index share: many actions mean the same to many statements, and one
  /// object stays near where many would not.
  record Known(Map<List<Candidate>, Gate> gates, Map<List<Candidate>, CandidateRows> rows) {

    Known() {
      this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    private @Nullable CandidateRows rows(List<Candidate> candidates) {
      return candidates.isEmpty() ? null : rows.computeIfAbsent(candidates, CandidateRows::of);
    }
  }

  /// @param action in lower case
  /// @param filed to which resources lead
  /// @param known what other actions have, to which this one's is added
  static ActionView of(
      String action,
      ActionElements elements,
      List<Candidate> broad,
      FiledCandidates filed,
      Known known) {
    long[] covering = elements.covering(action);
    long filled = 0;
    List<PlacedStatement> certain = new ArrayList<>();
    List<Candidate> open = new ArrayList<>();
    for (Candidate candidate : covered(broad, covering).toList()) {
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
    List<Candidate> few = covered(filed.candidates(), covering).limit(FEW + 1L).toList();
    boolean areFew = few.size() <= FEW;
    String service = action.substring(0, Math.max(0, action.indexOf(':')));
    return new ActionView(
        covering,
        filled,
        certain,
        Gate.all(open, known.gates),
        areFew ? known.rows(few) : null,
        areFew ? List.of() : filed.tables(),
        service);
  }

  private static Stream<Candidate> covered(List<Candidate> candidates, long[] covering) {
    return candidates.stream().filter(one -> covers(covering, one.actions()));
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
    for (int i = 0; i < gates.length; i++) {
      CodedCondition first = coded[i];
      Truth told = first == null ? Truth.UNKNOWN : first.holds(question.context());
      if (told != Truth.FALSE) {
        gates[i].offer(told, runs, question, fold);
      }
    }
    if (few != null) {
      few.offerAll(question, fold);
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
