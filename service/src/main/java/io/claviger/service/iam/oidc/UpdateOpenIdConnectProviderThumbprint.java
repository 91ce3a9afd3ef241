package io.claviger.service.iam.oidc;

import io.claviger.account.Change;
import io.claviger.account.OidcProvider;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintRequest;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintResponse;

/// Gives a provider these thumbprints in place of those it has.
///
/// Permissions: `iam:UpdateOpenIDConnectProviderThumbprint` on the provider.
record UpdateOpenIdConnectProviderThumbprint()
    implements WriteOperation<
        UpdateOpenIdConnectProviderThumbprintRequest,
        UpdateOpenIdConnectProviderThumbprintResponse> {

  @Override
  public Class<UpdateOpenIdConnectProviderThumbprintRequest> input() {
    return UpdateOpenIdConnectProviderThumbprintRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      UpdateOpenIdConnectProviderThumbprintRequest input, Call call, View view) {
    return List.of(
        IamResources.oidcProvider(
            view.home(),
            "iam:UpdateOpenIDConnectProviderThumbprint",
            input.openIDConnectProviderArn()));
  }

  @Override
  public Outcome<UpdateOpenIdConnectProviderThumbprintResponse> run(
      UpdateOpenIdConnectProviderThumbprintRequest input, Call call, View view) {
    OidcProvider provider = IamEntities.oidcProvider(view.home(), input.openIDConnectProviderArn());
    return new Outcome<>(
        Change.put(provider.withThumbprints(Thumbprints.require(input.thumbprintList()))),
        UpdateOpenIdConnectProviderThumbprintResponse.builder().build());
  }
}
