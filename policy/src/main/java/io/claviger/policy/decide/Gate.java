package io.claviger.policy.decide;

import io.claviger.policy.condition.CodedCondition;
import io.claviger.policy.condition.CompiledCondition;
import io.claviger.policy.match.Runs;
import io.claviger.policy.match.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Candidates that no resource leads to and that share their first condition. It is evaluated once
/// for all of them, and most often nothing else is: what guards all resources, as "unless the
/// region is one of ours", stands in many statements and is met by few requests. Immutable.
final class Gate {

  /// Null if the candidates have no condition.
  private final @Nullable CompiledCondition condition;

  private final Candidate[] candidates;

  /// For each of these what a resource must have in it, see [Runs].
  private final int[] marks;

  /// @param candidates one or more
  private Gate(List<Candidate> candidates) {
    this.condition = candidates.getFirst().placed().statement().firstCondition();
    this.candidates = candidates.toArray(Candidate[]::new);
    this.marks = candidates.stream().mapToInt(Candidate::mark).toArray();
  }

  /// The candidates by their first condition.
  ///
  /// @param known gates of other actions, with what is behind them; most guards are about many
  ///   actions, and one object stays near where many would not
  static List<Gate> all(List<Candidate> candidates, Map<List<Candidate>, Gate> known) {
    Map<Optional<CompiledCondition>, List<Candidate>> byCondition = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      CompiledCondition first = candidate.placed().statement().firstCondition();
      byCondition
          .computeIfAbsent(Optional.ofNullable(first), _ -> new ArrayList<>())
          .add(candidate);
    }
    return byCondition.values().stream()
        .map(behind -> known.computeIfAbsent(behind, Gate::new))
        .toList();
  }

  /// What mostly tells that a request does not pass; null if the candidates have no condition.
  @Nullable CodedCondition coded() {
    return condition == null ? null : condition.coded();
  }

  /// How many candidates there are.
  int size() {
    return candidates.length;
  }

  /// Matches the candidates, if the request passes.
  ///
  /// @param told what [#coded] says of the request, if it says anything
  /// @param runs what the resource has in it; null if that is not known
  void offer(Truth told, @Nullable Runs runs, Question question, Fold fold) {
    if (!mayHaveOne(runs) || !isPassed(told, question)) {
      return;
    }
    for (int i = 0; i < candidates.length; i++) {
      if (runs == null || runs.mayHave(marks[i])) {
        candidates[i].offer(question, fold);
      }
    }
  }

  private boolean mayHaveOne(@Nullable Runs runs) {
    if (runs == null) {
      return true;
    }
    for (int mark : marks) {
      if (runs.mayHave(mark)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPassed(Truth told, Question question) {
    return condition == null || condition.holds(told, question.context(), question) != Truth.FALSE;
  }
}
