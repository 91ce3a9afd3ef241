package io.claviger.service.iam.settings;

import io.claviger.service.Operation;
import java.util.List;

/// The operations on what an account has once.
public final class SettingsOperations {

  private SettingsOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of(
        new CreateAccountAlias(),
        new DeleteAccountAlias(),
        new ListAccountAliases(),
        new GetAccountPasswordPolicy(),
        new UpdateAccountPasswordPolicy(),
        new DeleteAccountPasswordPolicy(),
        new GetAccountSummary(),
        new SetSecurityTokenServicePreferences());
  }
}
