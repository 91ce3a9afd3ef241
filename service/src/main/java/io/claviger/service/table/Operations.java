package io.claviger.service.table;

import io.claviger.account.Quotas;
import io.claviger.service.Operation;
import io.claviger.service.iam.credential.CredentialOperations;
import io.claviger.service.iam.group.GroupOperations;
import io.claviger.service.iam.mfa.MfaOperations;
import io.claviger.service.iam.settings.SettingsOperations;
import io.claviger.service.iam.user.UserOperations;
import java.util.List;
import java.util.stream.Stream;

/// The operation table: every operation that is built, each once.
public final class Operations {

  private Operations() {}

  /// All operations.
  ///
  /// @param quotas those of every account
  public static List<Operation<?, ?>> all(Quotas quotas) {
    return Stream.of(
            UserOperations.list(quotas),
            GroupOperations.list(quotas),
            CredentialOperations.list(),
            MfaOperations.list(quotas),
            SettingsOperations.list(quotas))
        .flatMap(List::stream)
        .toList();
  }
}
