package io.claviger.cli;

import io.claviger.base.AccountId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which account is meant: shared by every command that wants one that exists.
final class AccountOption {

  @Option(
      names = "--account",
      paramLabel = "ID",
      required = true,
      converter = AccountIdConverter.class,
      description = "The account.")
  private @Nullable AccountId account;

  AccountId account() {
    return Objects.requireNonNull(account, "picocli asks for it");
  }
}
