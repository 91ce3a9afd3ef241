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
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderResponse;

/// Adds an audience that tokens of a provider may be meant for, unless it is there already.
///
/// Permissions: `iam:AddClientIDToOpenIDConnectProvider` on the provider.
///
/// AWS rule: IAM API Reference, "AddClientIDToOpenIDConnectProvider": "This operation is
/// idempotent".
record AddClientIdToOpenIdConnectProvider()
    implements WriteOperation<
        AddClientIdToOpenIdConnectProviderRequest, AddClientIdToOpenIdConnectProviderResponse> {

  @Override
  public Class<AddClientIdToOpenIdConnectProviderRequest> input() {
    return AddClientIdToOpenIdConnectProviderRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      AddClientIdToOpenIdConnectProviderRequest input, Call call, View view) {
    return List.of(
        IamResources.oidcProvider(
            view.home(),
            "iam:AddClientIDToOpenIDConnectProvider",
            input.openIDConnectProviderArn()));
  }

  @Override
  public Outcome<AddClientIdToOpenIdConnectProviderResponse> run(
      AddClientIdToOpenIdConnectProviderRequest input, Call call, View view) {
    OidcProvider provider = IamEntities.oidcProvider(view.home(), input.openIDConnectProviderArn());
    List<String> ids =
        Stream.concat(provider.clientIds().stream(), Stream.of(input.clientID()))
            .distinct()
            .toList();
    return new Outcome<>(
        Change.put(provider.withClientIds(ClientIds.requireFew(ids))),
        AddClientIdToOpenIdConnectProviderResponse.builder().build());
  }
}
