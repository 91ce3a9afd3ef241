package io.claviger.policy.second;

import io.claviger.policy.document.Statement.Condition;
import io.claviger.testkit.Choices;
import java.util.Collections;
import java.util.List;

/// Makes conditions of every operator, on keys that hold what it compares, with values that the
/// request may well have.
final class ConditionMaker {

  private static final List<String> VARIABLES =
      List.of(
          "${aws:username}",
          "${AWS:UserName}",
          "${aws:PrincipalTag/team}",
          "${aws:PrincipalTag/team, 'ana'}",
          "${aws:PrincipalTag/none, 'k'}",
          "${aws:PrincipalTag/none, '*'}",
          "${aws:PrincipalTag/none}",
          "${aws:TagKeys}",
          "${aws:TagKeys, 'k'}",
          "${aws:MultiFactorAuthPresent}",
          "${*}",
          "${?}",
          "${$}");

  /// What looks like a variable, and is one or not.
  private static final List<String> ODD_VARIABLES =
      List.of(
          "${",
          "${}",
          "${a b}",
          "${aws:username",
          "${aws:username,'k'}",
          "${a${aws:username}}",
          "${${aws:username}}",
          "${aws:none, ''}",
          "${aws:none, 'a b'}",
          "${aws:none, 'a'b'}",
          "${aws:none, 'a}b'}",
          "${aws:none, 'a,b'}",
          "${aws:none, '${aws:username}'}",
          "${aws:none,  'k'}",
          "${aws:none , 'k'}",
          "${aws:none, k}",
          "${aws:none, 'k}",
          "${none}",
          "${aws:\"none}",
          "${aws:none*}",
          "${**}",
          "${ * }",
          "$${aws:username}");

  /// Each family as often as it has operators.
  private static final List<Family> BY_COMPARISON =
      Family.ALL.stream()
          .flatMap(f -> Collections.nCopies(f.comparisons().size(), f).stream())
          .toList();

  private final Choices choices;
  private final Alphabet alphabet;

  ConditionMaker(Choices choices, Alphabet alphabet) {
    this.choices = choices;
    this.alphabet = alphabet;
  }

  Condition make() {
    if (choices.chance(6)) {
      return ofNull();
    }
    Family family = choices.oneOf(BY_COMPARISON);
    String comparison = choices.oneOf(family.comparisons());
    Key key = choices.chance(95) ? choices.oneOf(Key.of(family)) : choices.oneOf(Key.ALL);
    String operator = prefix(key) + comparison + (choices.chance(30) ? "IfExists" : "");
    int most = choices.chance(4) ? 0 : 3;
    return new Condition(
        choices.chance(1) ? Spoiler.turned(operator, choices) : operator,
        spelled(key),
        choices.listOf(Math.min(1, most), most, _ -> value(key, family, comparison)));
  }

  private Condition ofNull() {
    Key key = choices.oneOf(Key.ALL);
    String prefix = choices.chance(80) ? "" : choices.oneOf("ForAllValues:", "ForAnyValue:");
    return new Condition(
        prefix + "Null",
        spelled(key),
        choices.listOf(
            choices.chance(95) ? 1 : 0,
            1,
            _ -> choices.oneOf("true", "false", "True", choices.chance(20) ? "no" : "false")));
  }

  private String prefix(Key key) {
    if (choices.chance(key.isMultivalued() ? 5 : 85)) {
      return "";
    }
    return choices.oneOf("ForAllValues:", "ForAnyValue:");
  }

  private String spelled(Key key) {
    return choices.chance(85) ? key.name() : Spoiler.turned(key.name(), choices);
  }

  private String value(Key key, Family family, String comparison) {
    String value = choices.chance(85) ? alphabet.value(key) : choices.oneOf(family.usual());
    boolean isPattern = comparison.endsWith("Like") || comparison.startsWith("Arn");
    if (isPattern && choices.chance(40)) {
      value = Spoiler.widened(value, 0, choices);
    }
    if (choices.chance(Comparisons.takesVariables(comparison) ? 15 : 3)) {
      value = withVariable(value, 0, choices);
    }
    return value;
  }

  /// The text with a variable, or what looks like one, in the place of some of it, from `first` on.
  static String withVariable(String text, int first, Choices choices) {
    int cut = choices.chance(40) ? first : first + choices.below(text.length() + 1);
    int from = Math.min(cut, text.length());
    int to = choices.chance(70) ? text.length() : from + choices.below(text.length() - from + 1);
    String variable = choices.chance(85) ? choices.oneOf(VARIABLES) : choices.oneOf(ODD_VARIABLES);
    return text.substring(0, from) + variable + text.substring(to);
  }
}
