package io.claviger.cli;

import io.claviger.base.SecretText;
import io.claviger.cli.terminal.Specs;
import io.claviger.server.AccountSetup;
import io.claviger.server.http.StartupFailure;
import io.claviger.store.Store;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What only an account's root user needs and the API can't do, offline.
@Command(
    name = "root",
    description = {
      "Recover and protect an account's root user.",
      "The server must not be running on the data directory. Needs the key file; every use leaves an"
          + " audit event."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./claviger root reset-credentials --account 111122223333",
      "  head -c 20 /dev/urandom | base32 > root.mfa",
      "  ./claviger root enable-mfa --account 111122223333 --seed-file root.mfa"
    },
    mixinStandardHelpOptions = true)
final class RootCommand {

  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "reset-credentials",
      footer = {"", "Example:", "  ./claviger root reset-credentials --account 111122223333"},
      description = "Replace all of root's access keys with a new one, and show it once.",
      mixinStandardHelpOptions = true)
  int resetCredentials(
      @Mixin DataOptions data,
      @Mixin AccountOption option,
      @Option(
              names = "--root-credentials-file",
              paramLabel = "FILE",
              description = "Write the key to this new file instead of the terminal.")
          @Nullable Path credentialsFile) {
    try (Store store = Offline.openExisting(data)) {
      AccountSetup setup = Offline.setup(store);
      ShownOnce.make(
          credentialsFile, Specs.out(spec), () -> setup.resetRootCredentials(option.account()));
      return 0;
    }
  }

  @Command(
      name = "enable-mfa",
      footer = {
        "",
        "Example:",
        "  head -c 20 /dev/urandom | base32 > root.mfa",
        "  ./claviger root enable-mfa --account 111122223333 --seed-file root.mfa"
      },
      description = {
        "Enable a virtual MFA device for root, in place of the one it has.",
        "Give the seed to an authenticator app first; two codes in a row prove that it has it."
      },
      mixinStandardHelpOptions = true)
  int enableMfa(
      @Mixin DataOptions data,
      @Mixin AccountOption option,
      @Option(
              names = "--seed-file",
              paramLabel = "FILE",
              required = true,
              description = "A file with the seed in base32, of 16 bytes at least.")
          Path seedFile,
      @Option(
              names = "--codes",
              paramLabel = "CODE,CODE",
              split = ",",
              description = "Two codes in a row. Default: asked for")
          @Nullable List<String> codes)
      throws IOException {
    if (!Files.isReadable(seedFile)) {
      throw new StartupFailure("Can't read the seed file " + seedFile + ".");
    }
    SecretText seed =
        SecretText.of(Files.readString(seedFile).strip().replace("=", "").toUpperCase(Locale.ROOT));
    List<String> given = codes == null ? askForCodes() : codes;
    if (given.size() != 2) {
      throw new ParameterException(
          Specs.require(spec).commandLine(), "--codes takes two codes, with a comma between.");
    }
    try (Store store = Offline.openExisting(data)) {
      AccountSetup setup = Offline.setup(store);
      String serial = setup.enableRootMfa(option.account(), seed, given.get(0), given.get(1));
      Specs.out(spec).println("Root's MFA device is enabled: " + serial);
      return 0;
    }
  }

  private List<String> askForCodes() {
    Console console =
        Specs.terminal()
            .orElseThrow(() ->
                new ParameterException(
                    Specs.require(spec).commandLine(), "Without a terminal, give --codes."));
    return List.of(console.readLine("Code: ").strip(), console.readLine("The next code: ").strip());
  }
}
