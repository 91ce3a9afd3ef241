package io.claviger.policy.second;

import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.PolicySource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A decision, reduced to what the two evaluators must agree on.
///
/// @param layer that denies; null if none does
/// @param deciding the statements that decided, in no order
record SecondOpinion(Outcome outcome, @Nullable Layer layer, Set<Place> deciding) {

  enum Outcome {
    ALLOWED,
    EXPLICITLY_DENIED,
    IMPLICITLY_DENIED
  }

  /// Where a statement stands.
  record Place(Layer layer, PolicySource source, int index) {}

  static SecondOpinion of(Decision decision) {
    return switch (decision) {
      case Decision.Allowed(List<MatchedStatement> deciding) ->
          new SecondOpinion(Outcome.ALLOWED, null, places(deciding));
      case Decision.ExplicitlyDenied(Layer layer, List<MatchedStatement> deciding) ->
          new SecondOpinion(Outcome.EXPLICITLY_DENIED, layer, places(deciding));
      case Decision.ImplicitlyDenied(Layer layer) ->
          new SecondOpinion(Outcome.IMPLICITLY_DENIED, layer, Set.of());
    };
  }

  static Set<Place> places(List<MatchedStatement> statements) {
    Set<Place> places = new HashSet<>();
    for (MatchedStatement matched : statements) {
      places.add(new Place(matched.layer(), matched.source(), matched.index()));
    }
    return places;
  }
}
