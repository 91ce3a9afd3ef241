package io.claviger.policy.decide;

import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.List;
import java.util.Optional;

/// Why a statement did not match: an element that was not met. A statement may miss for several.
public sealed interface Miss {

  /// The requester is not meant.
  ///
  /// @param element empty where a policy that needs a principal has none
  record Principal(Optional<PrincipalElement> element) implements Miss {}

  /// The action is not meant.
  record Action(ActionElement element) implements Miss {}

  /// The resource is not meant.
  record Resource(ResourceElement element) implements Miss {}

  /// A condition is not met.
  ///
  /// @param actual the request's values; empty where the key is absent
  /// @param isComparable whether the values could be compared at all
  record UnmetCondition(Condition condition, Optional<List<String>> actual, boolean isComparable)
      implements Miss {}
}
