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
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderResponse;

/// Removes an audience from a provider, if it is there.
///
/// Permissions: `iam:RemoveClientIDFromOpenIDConnectProvider` on the provider.
///
/// AWS rule: IAM API Reference, "RemoveClientIDFromOpenIDConnectProvider": "This operation is
/// idempotent".
record RemoveClientIdFromOpenIdConnectProvider()
    implements WriteOperation<
        RemoveClientIdFromOpenIdConnectProviderRequest,
        RemoveClientIdFromOpenIdConnectProviderResponse> {

  @Override
  public Class<RemoveClientIdFromOpenIdConnectProviderRequest> input() {
    return RemoveClientIdFromOpenIdConnectProviderRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      RemoveClientIdFromOpenIdConnectProviderRequest input, Call call, View view) {
    return List.of(
        IamResources.oidcProvider(
            view.home(),
            "iam:RemoveClientIDFromOpenIDConnectProvider",
            input.openIDConnectProviderArn()));
  }

  @Override
  public Outcome<RemoveClientIdFromOpenIdConnectProviderResponse> run(
      RemoveClientIdFromOpenIdConnectProviderRequest input, Call call, View view) {
    OidcProvider provider = IamEntities.oidcProvider(view.home(), input.openIDConnectProviderArn());
    List<String> left =
        provider.clientIds().stream().filter(id -> !id.equals(input.clientID())).toList();
    return new Outcome<>(
        Change.put(provider.withClientIds(left)),
        RemoveClientIdFromOpenIdConnectProviderResponse.builder().build());
  }
}
