package io.claviger.policy.condition;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.ConditionOperator.Quantifier;
import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `Null`: whether a key is absent. An empty string is present, an empty set is not.
///
/// AWS rule: IAM User Guide, "Condition operators", existence of condition keys; with a set
/// operator: Access Analyzer policy check reference.
final class NullTest {

  private NullTest() {}

  static Truth holds(
      Quantifier quantifier, List<String> wanted, ContextValues.@Nullable Entry entry) {
    return switch (quantifier) {
      case ALL -> Truth.TRUE;
      case ANY -> Truth.FALSE;
      case NONE -> anyIs(wanted, entry == null || entry.all().isEmpty());
    };
  }

  private static Truth anyIs(List<String> wanted, boolean isAbsent) {
    Truth any = Truth.FALSE;
    for (String text : wanted) {
      any =
          any.or(
              switch (AsciiCase.lower(text)) {
                case "true" -> Truth.of(isAbsent);
                case "false" -> Truth.of(!isAbsent);
                default -> Truth.UNKNOWN;
              });
    }
    return any;
  }
}
