package io.claviger.service.iam.credential;

import io.claviger.service.Operation;
import java.util.List;

/// The operations on access keys and passwords.
public final class CredentialOperations {

  private CredentialOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of();
  }
}
