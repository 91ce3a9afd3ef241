package io.claviger.cli;

import io.claviger.account.Account;
import io.claviger.account.EntityKind;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.base.AccountId;
import io.claviger.cli.terminal.Specs;
import io.claviger.server.AccountSetup;
import io.claviger.server.RootCredentials;
import io.claviger.store.Store;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes and lists accounts and adjusts their quotas, offline.
@Command(
    name = "account",
    description =
        "Make and list accounts, adjust what they have. The server must not be running on the data directory.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./claviger account create",
      "  ./claviger account create --account 444455556666 --root-credentials-file other.credentials",
      "  ./claviger account list",
      "  ./claviger account quotas --account 444455556666 --set RolesPerAccount=5000"
    },
    mixinStandardHelpOptions = true)
final class AccountCommand {

  private static final String QUOTA_LINE = "%-32s %10s %10s%n";

  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "create",
      footer = {
        "",
        "Example:",
        "  ./claviger account create --account 444455556666 --root-credentials-file o.credentials"
      },
      description = "Make an account with its own root user, and show root's access key once.",
      mixinStandardHelpOptions = true)
  int create(
      @Mixin DataOptions data,
      @Option(
              names = "--account",
              paramLabel = "ID",
              converter = AccountIdConverter.class,
              description = "The account's 12 digits. Default: random")
          @Nullable AccountId account,
      @Option(
              names = "--root-credentials-file",
              paramLabel = "FILE",
              description = "Write root's access key to this new file instead of the terminal.")
          @Nullable Path credentialsFile) {
    try (Store store = Offline.open(data)) {
      AccountSetup setup = Offline.setup(store);
      AccountId id = account == null ? setup.unusedId() : account;
      ShownOnce.make(
          credentialsFile,
          out(),
          () -> {
            RootCredentials root = setup.create(id);
            out().println("Account " + root.account() + " is made.");
            return root;
          });
      return 0;
    }
  }

  @Command(
      name = "list",
      footer = {"", "Example:", "  ./claviger account list --data ./claviger-data"},
      description = "List the accounts with their aliases and how many users and roles they have.",
      mixinStandardHelpOptions = true)
  int list(@Mixin DataOptions data) {
    try (Store store = Offline.openExisting(data)) {
      List<Account> all = Offline.setup(store).all();
      out().printf("%-14s %-24s %8s %8s%n", "ACCOUNT", "ALIAS", "USERS", "ROLES");
      for (Account account : all) {
        String alias = account.settings().alias();
        out()
            .printf(
                "%-14s %-24s %8d %8d%n",
                account.id(),
                alias == null ? "-" : alias,
                account.count(EntityKind.USER),
                account.count(EntityKind.ROLE));
      }
      return 0;
    }
  }

  @Command(
      name = "quotas",
      footer = {
        "",
        "Examples:",
        "  ./claviger account quotas --account 111122223333",
        "  ./claviger account quotas --account 111122223333 --set UsersPerAccount=100000"
      },
      description = {
        "Show the quotas of an account, and adjust them.",
        "They are those that AWS raises on request; AWS's ceilings do not bind."
      },
      mixinStandardHelpOptions = true)
  int quotas(
      @Mixin DataOptions data,
      @Mixin AccountOption option,
      @Option(
              names = "--set",
              paramLabel = "QUOTA=NUMBER",
              converter = {QuotaConverter.class},
              description = "A quota to adjust, by the name that AWS prints. May be repeated.")
          @Nullable Map<Quota, Integer> adjusted) {
    try (Store store = Offline.openExisting(data)) {
      AccountSetup setup = Offline.setup(store);
      Quotas quotas =
          adjusted == null
              ? setup.quotas(option.account())
              : setup.adjustQuotas(option.account(), adjusted);
      out().printf(QUOTA_LINE, "QUOTA", "VALUE", "DEFAULT");
      for (Quota quota : Quota.values()) {
        out().printf(QUOTA_LINE, quota.awsName(), quotas.of(quota), quota.awsDefault());
      }
      return 0;
    }
  }

  @Command(
      name = "rotate-signing-keys",
      footer = {"", "Example:", "  ./claviger account rotate-signing-keys --account 111122223333"},
      description = {
        "Give an account new keys to sign its web identity tokens with.",
        "The old private keys are erased; the public ones are published for another day, so that"
            + " tokens that are out stay good."
      },
      mixinStandardHelpOptions = true)
  int rotateSigningKeys(@Mixin DataOptions data, @Mixin AccountOption option) {
    try (Store store = Offline.openExisting(data)) {
      List<String> keys = Offline.setup(store).rotateSigningKeys(option.account());
      out().println("Tokens are signed with " + String.join(" and ", keys) + " now.");
      return 0;
    }
  }

  private PrintWriter out() {
    return Specs.out(spec);
  }
}
