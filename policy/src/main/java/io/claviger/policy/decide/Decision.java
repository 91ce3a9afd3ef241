package io.claviger.policy.decide;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The answer to "may they?", with its reasons. A denial is an answer, not an error.
public sealed interface Decision {

  /// The statements that decided; empty only where it was the absence of one that did.
  List<MatchedStatement> deciding();

  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /// No statement denied, and every layer that must allow does.
  ///
  /// @param deciding the statements of the granting layer; empty for an account's root user, who
  ///   needs none, and for what needs no permission
  record Allowed(List<MatchedStatement> deciding) implements Decision {

    static final Decision WITHOUT_STATEMENT = new Allowed(List.of());

    public Allowed {
      deciding = List.copyOf(deciding);
    }
  }

  /// A `Deny` statement matched.
  ///
  /// @param layer the first layer, in the order of [Layer], that has one
  /// @param deciding the matching `Deny` statements, of all layers
  record ExplicitlyDenied(Layer layer, List<MatchedStatement> deciding) implements Decision {
    public ExplicitlyDenied {
      deciding = List.copyOf(deciding);
    }
  }

  /// Nothing denied, but a layer that must allow does not.
  ///
  /// @param layer the first layer, in the order of [Layer], whose allow is missing
  record ImplicitlyDenied(Layer layer) implements Decision {

    private static final Map<Layer, ImplicitlyDenied> OF_LAYER =
        new EnumMap<>(
            Stream.of(Layer.values())
                .collect(Collectors.toMap(Function.identity(), ImplicitlyDenied::new)));

    static Decision of(Layer layer) {
      Decision decision = OF_LAYER.get(layer);
      return decision == null ? new ImplicitlyDenied(layer) : decision;
    }

    @Override
    public List<MatchedStatement> deciding() {
      return List.of();
    }
  }
}
