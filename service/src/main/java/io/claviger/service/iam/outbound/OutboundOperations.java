package io.claviger.service.iam.outbound;

import io.claviger.access.outbound.IssuerUrls;
import io.claviger.service.Operation;
import java.util.List;

/// The operations on the account as an issuer of web identity tokens.
public final class OutboundOperations {

  private OutboundOperations() {}

  /// All of them.
  ///
  /// @param urls where issuers are found
  public static List<Operation<?, ?>> list(IssuerUrls urls) {
    return List.of(
        new EnableOutboundWebIdentityFederation(urls),
        new DisableOutboundWebIdentityFederation(),
        new GetOutboundWebIdentityFederationInfo(urls));
  }
}
