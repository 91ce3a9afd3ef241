package io.claviger.policy.decide;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.match.ArnPattern;
import io.claviger.policy.match.ResourcePatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the statements that can match a request, so that the cost of a decision depends on how
/// many these are and not on how many there are.
///
/// By action: what an action means to every statement is worked out when it is first asked for, and
/// kept ([ActionView]). By resource: statements are filed under the literal ends of their ARN
/// patterns ([ArnTable]), for each service apart. What is found is matched like any statement.
///
/// Immutable but for that cache; safe for use by many threads.
final class StatementIndex {

  /// Up to so many statements it is quicker to look at each.
  private static final int FEW = 3;

  /// So many actions are kept; there are as many as a principal uses. More are hostile or odd, and
  /// worked out each time.
  private static final int MAX_ACTIONS = 4_096;

  private final List<PlacedStatement> all;
  private final ActionElements elements;

  /// Candidates that no key leads to.
  private final List<Candidate> broad;

  private final FiledCandidates filed;
  private final ActionView.Known known = new ActionView.Known();
  private final Map<String, ActionView> views = new ConcurrentHashMap<>();

  private StatementIndex(
      List<PlacedStatement> all,
      ActionElements elements,
      List<Candidate> broad,
      FiledCandidates filed) {
    this.all = all;
    this.elements = elements;
    this.broad = broad;
    this.filed = filed;
  }

  static StatementIndex of(List<PlacedStatement> statements) {
    ActionElements elements = new ActionElements();
    if (statements.size() <= FEW) {
      return new StatementIndex(statements, elements, List.of(), FiledCandidates.NONE);
    }
    List<Candidate> broad = new ArrayList<>();
    List<Candidate> narrow = new ArrayList<>();
    for (PlacedStatement placed : statements) {
      int actions = elements.add(placed.statement());
      ResourcePatterns resources = placed.statement().resources();
      if (resources == null || resources.coversAll() || resources.alternatives().isEmpty()) {
        broad.add(new Candidate(placed, actions, null));
        continue;
      }
      for (ArnPattern pattern : resources.alternatives()) {
        narrow.add(new Candidate(placed, actions, pattern));
      }
    }
    FiledCandidates filed = ArnFiling.file(narrow, broad);
    return new StatementIndex(statements, elements, broad, filed);
  }

  /// Matches every statement that can match.
  void offer(Question question, Fold fold) {
    if (all.size() <= FEW) {
      offerAll(question, fold);
      return;
    }
    ActionView view = view(question.request().action());
    view.offer(question, fold);
    ArnTable table = view.table(question);
    if (table != null) {
      table.offer(question, view, fold);
    }
  }

  private void offerAll(Question question, Fold fold) {
    for (int i = 0; i < all.size(); i++) {
      PlacedStatement placed = all.get(i);
      fold.add(placed, placed.statement().match(question, placed.layer(), null));
    }
  }

  private ActionView view(String action) {
    ActionView view = views.get(action);
    if (view == null) {
      boolean isKept = views.size() < MAX_ACTIONS;
      view =
          ActionView.of(
              AsciiCase.lower(action),
              elements,
              broad,
              filed,
              isKept ? known : new ActionView.Known());
      if (isKept) {
        views.put(action, view);
      }
    }
    return view;
  }
}
