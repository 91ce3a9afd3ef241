package io.claviger.cli.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What picocli hands to a command before it runs it.
public final class Specs {

  private Specs() {}

  /// The spec that picocli has set.
  public static CommandSpec require(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before a command runs");
    }
    return spec;
  }

  public static PrintWriter out(@Nullable CommandSpec spec) {
    return require(spec).commandLine().getOut();
  }

  public static PrintWriter err(@Nullable CommandSpec spec) {
    return require(spec).commandLine().getErr();
  }

  /// What to throw when a command was told wrongly: it then ends with status 2.
  public static ParameterException misuse(@Nullable CommandSpec spec, String message) {
    return new ParameterException(require(spec).commandLine(), message);
  }

  /// The terminal that a person sits at; empty where input or output is redirected.
  public static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
