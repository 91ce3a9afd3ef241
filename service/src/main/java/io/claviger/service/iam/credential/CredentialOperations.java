package io.claviger.service.iam.credential;

import io.claviger.service.Operation;
import java.util.List;
import java.util.stream.Stream;

/// The operations on access keys and passwords.
public final class CredentialOperations {

  private CredentialOperations() {}

  public static List<Operation<?, ?>> list() {
    return Stream.of(AccessKeys.list(), passwords()).flatMap(List::stream).toList();
  }

  private static List<Operation<?, ?>> passwords() {
    return List.of(
        new CreateLoginProfile(),
        new GetLoginProfile(),
        new UpdateLoginProfile(),
        new DeleteLoginProfile(),
        new ChangePassword());
  }
}
