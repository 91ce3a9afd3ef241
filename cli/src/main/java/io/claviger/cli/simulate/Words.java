package io.claviger.cli.simulate;

import io.claviger.cli.terminal.Ink;
import io.claviger.cli.terminal.SourceText;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.explain.Explanation;
import io.claviger.policy.explain.LayerNames;
import java.util.List;
import java.util.Optional;

/// Decisions in few words.
///
/// @param ink to print with
record Words(Ink ink) {

  String verdict(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> "allowed";
      case Decision.ExplicitlyDenied _ -> "explicitly denied";
      case Decision.ImplicitlyDenied _ -> "implicitly denied";
    };
  }

  /// Green for what is allowed, red for what is denied.
  String inColour(Decision decision, String text) {
    return decision.isAllowed() ? ink.green(text) : ink.red(text);
  }

  /// What decided: the statements, or the layer that has none.
  String because(Explanation explanation) {
    AccessRequest request = explanation.request();
    return switch (explanation.decision()) {
      case Decision.ImplicitlyDenied(Layer layer) ->
          "no " + LayerNames.singular(layer, request) + " allows it";
      case Decision.ExplicitlyDenied(Layer _, List<MatchedStatement> deciding) ->
          statements(deciding, request);
      case Decision.Allowed(List<MatchedStatement> deciding) ->
          deciding.isEmpty() ? explanation.withoutStatement() : statements(deciding, request);
    };
  }

  private static String statements(List<MatchedStatement> deciding, AccessRequest request) {
    MatchedStatement first = deciding.getFirst();
    String text =
        LayerNames.singular(first.layer(), request)
            + ' '
            + SourceText.printable(first.source().name())
            + ", "
            + statement(first.index(), first.statement().sid());
    int more = deciding.size() - 1;
    return more > 0 ? text + " and " + more + " more" : text;
  }

  /// `statement 2 (ReadOnly)`.
  static String statement(int index, Optional<String> sid) {
    return "statement "
        + (index + 1)
        + sid.filter(text -> !text.isEmpty())
            .map(text -> " (" + SourceText.printable(text) + ')')
            .orElse("");
  }
}
