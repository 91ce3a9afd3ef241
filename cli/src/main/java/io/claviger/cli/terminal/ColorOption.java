package io.claviger.cli.terminal;

import java.util.Map;
import picocli.CommandLine.Option;

/// The option `--color`, for commands that print for people.
public final class ColorOption {

  /// When to colour.
  public enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Colour the output: auto (on a terminal, unless NO_COLOR is set), always or never."
              + " Default: ${DEFAULT-VALUE}")
  private When when = When.AUTO;

  /// The ink to print with.
  public Ink ink() {
    return ink(when, Specs.terminal().isPresent(), System.getenv());
  }

  /// The convention of no-color.org: `NO_COLOR` counts unless it is empty.
  static Ink ink(When when, boolean isTerminal, Map<String, String> environment) {
    boolean isWanted =
        switch (when) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              isTerminal
                  && environment.getOrDefault("NO_COLOR", "").isEmpty()
                  && !environment.getOrDefault("TERM", "").equals("dumb");
        };
    return isWanted ? Ink.COLOURS : Ink.NONE;
  }
}
