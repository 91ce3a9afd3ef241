package io.claviger.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.testkit.Choices;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextPatternTest {

  private static final ContextValues CONTEXT =
      new Known(Map.of("aws:username", List.of("Ana"), "aws:tagkeys", List.of("a", "b")));

  /// Keys in small letters; a key of two values is multivalued.
  private record Known(Map<String, List<String>> values) implements ContextValues {

    @Override
    public @Nullable Entry find(KeyName key) {
      List<String> found = values.get(key.lower());
      return found == null ? null : new Found(found);
    }
  }

  private record Found(List<String> all) implements ContextValues.Entry {

    @Override
    public boolean isMultivalued() {
      return all.size() > 1;
    }
  }

  private static boolean matches(String pattern, String text) {
    return TextPattern.of(pattern, true, true).match(text, CONTEXT) == Match.YES;
  }

  /// The text to be matched is in lower case then.
  @Test
  void withoutRegardToCaseAVariableIsAVariableToo() {
    TextPattern whole = TextPattern.ignoringCase("${aws:username}", true);
    assertEquals(Match.YES, whole.match("ana", CONTEXT));
    assertEquals(Match.NO, whole.match("eva", CONTEXT));
    assertEquals(
        Match.YES, TextPattern.ignoringCase("X-${aws:username}", true).match("x-ana", CONTEXT));
    assertEquals(
        Match.NO, TextPattern.ignoringCase("${aws:username}", false).match("ana", CONTEXT));
  }

  /// As the pattern matches that has the values in it, which are of letters alone.
  @Test
  void variablesBehindWildcardsStandForTheirValues() {
    int[] matching = {0};
    int tried =
        Choices.forSeeds(
            10_000,
            choices -> {
              String letters = choices.oneOf("ab", "aé");
              List<String> values = List.of(choices.text(letters, 3), choices.text(letters, 80));
              ContextValues context =
                  key -> new Found(List.of(values.get(key.lower().endsWith("one") ? 0 : 1)));
              String pattern = withVariables(choices, letters);
              String put =
                  pattern.replace("${one}", values.get(0)).replace("${two}", values.get(1));
              String text = text(choices, letters, values);
              Match expected = Glob.of(put).matches(text) ? Match.YES : Match.NO;
              matching[0] += expected == Match.YES ? 1 : 0;
              TextPattern tested = TextPattern.of(pattern, true, true);
              assertEquals(expected, tested.match(text, context), () -> put + " on " + text);
              Subject subject = afterMany(text);
              assertEquals(
                  expected,
                  tested.match(text, context, _ -> subject),
                  () -> put + " after many on " + text);
            });
    assertTrue(matching[0] > tried / 10, () -> matching[0] + " matched");
  }

  /// A subject that so many patterns were tried on that it was taken apart.
  private static Subject afterMany(String text) {
    Subject subject = new Subject(text);
    int patterns = 0;
    while (subject.placesForMany(0, text.length()) == null) {
      patterns++;
    }
    assertTrue(patterns >= 8, () -> "taken apart at once: " + text);
    return subject;
  }

  private static String withVariables(Choices choices, String letters) {
    StringBuilder pattern = new StringBuilder();
    for (int i = choices.below(6); i >= 0; i--) {
      pattern.append(choices.oneOf("*", "*", "?", "${one}", "${two}", choices.text(letters, 3)));
    }
    return pattern.toString();
  }

  private static String text(Choices choices, String letters, List<String> values) {
    StringBuilder text = new StringBuilder();
    for (int i = choices.below(4); i >= 0; i--) {
      text.append(choices.oneOf(values.get(0), values.get(1), choices.text(letters, 9)));
    }
    return text.toString();
  }

  /// A variable may have the empty text for its value.
  @Test
  void anEmptyValueLeavesTheRestOfThePattern() {
    ContextValues empty = _ -> new Found(List.of(""));
    TextPattern pattern = TextPattern.of("${aws:PrincipalTag/team}*-x", true, true);
    assertEquals(Match.YES, pattern.match("a-x", empty));
    assertEquals(Match.NO, pattern.match("a-y", empty));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$",
        "$x",
        "${",
        "${}",
        "${aws:username",
        "${aws:user name}",
        "${aws:username,'x'}",
        "${aws:username, x}",
        "${aws:username, 'x'",
        "${*"
      })
  void whatIsNoVariableIsLiteral(String text) {
    assertEquals(Match.YES, TextPattern.of(text, true, false).match(text, CONTEXT));
    assertEquals(List.of(), TextPattern.of(text, true, false).variables());
  }

  @Test
  void severalVariablesAndEscapesMixWithWildcards() {
    assertTrue(matches("${aws:username}-*-${*}-${aws:missing, 'd e f'}", "Ana-x-*-d e f"));
    assertFalse(matches("${aws:username}-*-${*}", "Ana-x-y"));
  }

  @Test
  void caseIsIgnoredInValuesToo() {
    TextPattern pattern = TextPattern.ignoringCase("X-${aws:username}", true);
    assertEquals(Match.YES, pattern.match("x-ana", CONTEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"${aws:missing}", "${aws:TagKeys}", "${aws:TagKeys, 'x'}", "*${aws:missing}"})
  void aVariableWithoutAValueIsUnresolved(String pattern) {
    assertEquals(Match.UNRESOLVED, TextPattern.of(pattern, true, true).match("whatever", CONTEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${aws:username}",
        "${aws:username}*",
        "A*${aws:missing, 'a'}",
        "${aws:missing, 'A'}n?",
        "*${aws:username}*",
        "?n${aws:missing, 'a'}"
      })
  void variablesStandBeforeAndBehindWildcards(String pattern) {
    assertTrue(matches(pattern, "Ana"));
    assertFalse(matches(pattern, "An"));
    assertFalse(matches(pattern, "Bnb"));
  }

  @Test
  void variablesAreListedInOrder() {
    assertEquals(
        List.of("a:b", "c:d"), TextPattern.of("x${a:b}*${c:d, 'e'}${*}", true, true).variables());
  }
}
