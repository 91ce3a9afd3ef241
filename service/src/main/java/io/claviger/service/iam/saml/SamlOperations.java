package io.claviger.service.iam.saml;

import io.claviger.service.Operation;
import java.util.List;

/// The operations on SAML providers.
public final class SamlOperations {

  private SamlOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of(
        new CreateSamlProvider(),
        new GetSamlProvider(),
        new ListSamlProviders(),
        new DeleteSamlProvider(),
        new UpdateSamlProvider());
  }
}
