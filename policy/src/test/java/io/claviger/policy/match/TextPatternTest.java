package io.claviger.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.document.AsciiCase;
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
    public @Nullable Entry get(String key) {
      List<String> found = values.get(AsciiCase.lower(key));
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
    Glob glob = TextPattern.of(pattern, true, true).in(CONTEXT);
    return glob != null && glob.matches(text);
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
    Glob glob = TextPattern.of(text, true, false).in(CONTEXT);
    assertNotNull(glob);
    assertTrue(glob.matches(text));
    assertEquals(List.of(), TextPattern.of(text, true, false).variables());
  }

  @Test
  void severalVariablesAndEscapesMixWithWildcards() {
    assertTrue(matches("${aws:username}-*-${*}-${aws:missing, 'd e f'}", "Ana-x-*-d e f"));
    assertFalse(matches("${aws:username}-*-${*}", "Ana-x-y"));
  }

  @Test
  void caseIsIgnoredInValuesToo() {
    Glob glob = TextPattern.ignoringCase("X-${aws:username}", true).in(CONTEXT);
    assertNotNull(glob);
    assertTrue(glob.matches("x-ana"));
  }

  @Test
  void aVariableWithoutAValueHasNoPattern() {
    assertNull(TextPattern.of("${aws:missing}", true, true).in(CONTEXT));
    assertNull(TextPattern.of("${aws:TagKeys}", true, true).in(CONTEXT));
    assertNull(TextPattern.of("${aws:TagKeys, 'x'}", true, true).in(CONTEXT));
  }

  @Test
  void variablesAreListedInOrder() {
    assertEquals(
        List.of("a:b", "c:d"), TextPattern.of("x${a:b}*${c:d, 'e'}${*}", true, true).variables());
  }
}
