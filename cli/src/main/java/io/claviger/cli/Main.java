package io.claviger.cli;

import io.claviger.cli.simulate.SimulateCommand;
import io.claviger.cli.terminal.GivenOnce;
import io.claviger.cli.validate.ValidateCommand;
import io.claviger.server.http.StartupFailure;
import io.claviger.store.StoreFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one entry point.
@Command(
    name = "claviger",
    description = "A self-hosted IAM that speaks AWS's own protocols.",
    subcommands = {
      ServeCommand.class,
      SimulateCommand.class,
      ValidateCommand.class,
      AccountCommand.class,
      RootCommand.class,
      ConfigureCommand.class,
      RehearseCommand.class,
      CommandLine.HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./claviger serve                              serve on http://127.0.0.1:4260",
      "  ./claviger configure --profile claviger \\",
      "      --credentials-file root.credentials       an AWS profile for the server",
      "  ./claviger account create --account 222233334444",
      "  ./claviger simulate --identity policy.json --action s3:GetObject --resource arn:aws:s3:::b/k --explain",
      "  ./claviger validate policy.json",
      "  ./claviger serve --help                       the options of a command"
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true)
public final class Main {

  private Main() {}

  /// Runs the command and ends the process with its exit status: 0 when it did what it was told, 1
  /// when it could not, 2 when it was told wrongly.
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(110);
    line.setExecutionStrategy(parsed -> {
      GivenOnce.check(parsed);
      return new CommandLine.RunLast().execute(parsed);
    });
    line.setParameterExceptionHandler((misuse, _) -> {
      CommandLine command = misuse.getCommandLine();
      command.getErr().println("claviger: " + misuse.getMessage());
      command.getErr().println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
      command.getErr().flush();
      return 2;
    });
    line.setExecutionExceptionHandler((failure, command, _) -> {
      if (failure instanceof StartupFailure || failure instanceof StoreFailure) {
        command.getErr().println("claviger: " + failure.getMessage());
      } else {
        command.getErr().println("claviger: unexpected failure, a bug in claviger");
        failure.printStackTrace(command.getErr());
      }
      command.getErr().flush();
      return 1;
    });
    return line;
  }
}
