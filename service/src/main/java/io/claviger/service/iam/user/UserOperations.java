package io.claviger.service.iam.user;

import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;

/// The operations on users.
public final class UserOperations {

  private UserOperations() {}

  public static List<Operation<?, ?>> list(AttachablePolicies policies) {
    return List.of(
        new CreateUser(policies),
        new GetUser(),
        new ListUsers(),
        new UpdateUser(),
        new DeleteUser());
  }
}
