package io.claviger.service.iam.credential;

import io.claviger.service.Operation;
import java.util.List;

/// The operations on access keys and passwords.
public final class CredentialOperations {

  private CredentialOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of(
        new CreateAccessKey(),
        new ListAccessKeys(),
        new UpdateAccessKey(),
        new DeleteAccessKey(),
        new GetAccessKeyLastUsed(),
        new CreateLoginProfile(),
        new GetLoginProfile(),
        new UpdateLoginProfile(),
        new DeleteLoginProfile(),
        new ChangePassword());
  }
}
