package io.claviger.service.iam.oidc;

import io.claviger.access.fetch.Fetcher;
import io.claviger.service.Operation;
import java.util.List;

/// The operations on OpenID Connect providers.
public final class OidcOperations {

  private OidcOperations() {}

  /// The operations that are built.
  ///
  /// @param fetcher asks providers for their certificates
  public static List<Operation<?, ?>> list(Fetcher fetcher) {
    return List.of(
        new CreateOpenIdConnectProvider(fetcher),
        new GetOpenIdConnectProvider(),
        new ListOpenIdConnectProviders(),
        new DeleteOpenIdConnectProvider(),
        new AddClientIdToOpenIdConnectProvider(),
        new RemoveClientIdFromOpenIdConnectProvider(),
        new UpdateOpenIdConnectProviderThumbprint());
  }
}
