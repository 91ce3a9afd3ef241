package io.claviger.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorOptionTest {

  @ParameterizedTest
  @CsvSource({
    "AUTO, true, '', xterm, true",
    "AUTO, false, '', xterm, false",
    "AUTO, true, 1, xterm, false",
    "AUTO, true, '', dumb, false",
    "ALWAYS, false, 1, dumb, true",
    "NEVER, true, '', xterm, false"
  })
  void colourIsForTerminalsUnlessToldOtherwise(
      ColorOption.When when, boolean isTerminal, String noColor, String term, boolean coloured) {
    Map<String, String> environment = Map.of("NO_COLOR", noColor, "TERM", term);
    assertEquals(coloured ? Ink.COLOURS : Ink.NONE, ColorOption.ink(when, isTerminal, environment));
  }

  @Test
  void anEmptyEnvironmentForbidsNothing() {
    assertEquals(Ink.COLOURS, ColorOption.ink(ColorOption.When.AUTO, true, Map.of()));
  }

  @Test
  void inkSurroundsWhatItColours() {
    assertEquals("\u001b[31mx\u001b[0m", Ink.COLOURS.red("x"));
    assertEquals("", Ink.COLOURS.red(""));
    assertEquals("x", Ink.NONE.red("x"));
  }
}
