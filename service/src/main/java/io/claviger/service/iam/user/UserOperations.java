package io.claviger.service.iam.user;

import io.claviger.account.Quotas;
import io.claviger.service.Operation;
import java.util.List;

/// The operations on users.
public final class UserOperations {

  private UserOperations() {}

  public static List<Operation<?, ?>> list(Quotas quotas) {
    return List.of(new CreateUser(quotas));
  }
}
