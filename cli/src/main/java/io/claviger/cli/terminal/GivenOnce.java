package io.claviger.cli.terminal;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;

/// Refuses an option that takes one value and is given twice.
///
/// Picocli does so itself, but not where options stand in groups: there it starts the group over,
/// and forgets what was given of it before, denies included.
public final class GivenOnce {

  private static final String END_OF_OPTIONS = "--";

  private GivenOnce() {}

  /// Checks the options of a command and its subcommands.
  ///
  /// @throws OverwrittenOptionException naming the option
  public static void check(ParseResult parsed) {
    List<String> given =
        parsed.originalArgs().stream().takeWhile(one -> !one.equals(END_OF_OPTIONS)).toList();
    for (CommandLine command : parsed.asCommandLineList()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (!option.isMultiValue() && count(option, given) > 1) {
          String message = "option '" + option.longestName() + "' should be specified only once";
          throw new OverwrittenOptionException(command, option, message);
        }
      }
    }
  }

  private static long count(OptionSpec option, List<String> given) {
    return given.stream()
        .filter(one ->
            Stream.of(option.names())
                .anyMatch(name -> one.equals(name) || one.startsWith(name + '=')))
        .count();
  }
}
