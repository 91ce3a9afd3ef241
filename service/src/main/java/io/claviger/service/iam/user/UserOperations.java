package io.claviger.service.iam.user;

import io.claviger.account.Quotas;
import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;

/// The operations on users.
public final class UserOperations {

  private UserOperations() {}

  public static List<Operation<?, ?>> list(Quotas quotas, AttachablePolicies policies) {
    return List.of(
        new CreateUser(quotas, policies),
        new GetUser(),
        new ListUsers(),
        new UpdateUser(),
        new DeleteUser());
  }
}
