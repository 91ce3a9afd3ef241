package io.claviger.policy.decide;

import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a statement did not match: an element that was not met. A statement may miss for several.
public sealed interface Miss {

  /// Whether the two could be compared at all.
  default boolean isComparable() {
    return true;
  }

  /// The requester is not meant.
  ///
  /// @param element empty where a policy that needs a principal has none
  /// @param isSupported whether such an element means anybody in such a statement
  record Principal(Optional<PrincipalElement> element, boolean isSupported) implements Miss {}

  /// The action is not meant.
  ///
  /// @param isComparable whether it could be compared at all
  record Action(ActionElement element, boolean isComparable) implements Miss {}

  /// The resource is not meant.
  ///
  /// @param isComparable whether it could be compared at all
  /// @param variables what the policy variables in it stand for; empty for those without a value
  record Resource(
      ResourceElement element, boolean isComparable, Map<String, Optional<String>> variables)
      implements Miss {
    public Resource {
      variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
  }

  /// A condition is not met.
  ///
  /// @param actual the request's values; empty where the key is absent
  /// @param isComparable whether the values could be compared at all
  /// @param variables what the policy variables in it stand for; empty for those without a value
  record UnmetCondition(
      Condition condition,
      Optional<List<String>> actual,
      boolean isComparable,
      Map<String, Optional<String>> variables)
      implements Miss {
    public UnmetCondition {
      variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
  }
}
