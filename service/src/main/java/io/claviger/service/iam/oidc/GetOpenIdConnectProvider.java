package io.claviger.service.iam.oidc;

import io.claviger.account.OidcProvider;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;

/// Shows an OpenID Connect provider; its URL without the scheme, as AWS does.
///
/// Permissions: `iam:GetOpenIDConnectProvider` on the provider.
record GetOpenIdConnectProvider()
    implements ReadOperation<GetOpenIdConnectProviderRequest, GetOpenIdConnectProviderResponse> {

  @Override
  public Class<GetOpenIdConnectProviderRequest> input() {
    return GetOpenIdConnectProviderRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetOpenIdConnectProviderRequest input, Call call, View view) {
    return List.of(
        IamResources.oidcProvider(
            view.home(), "iam:GetOpenIDConnectProvider", input.openIDConnectProviderArn()));
  }

  @Override
  public GetOpenIdConnectProviderResponse run(
      GetOpenIdConnectProviderRequest input, Call call, View view) {
    OidcProvider provider = IamEntities.oidcProvider(view.home(), input.openIDConnectProviderArn());
    return GetOpenIdConnectProviderResponse.builder()
        .url(provider.url())
        .clientIDList(provider.clientIds())
        .thumbprintList(provider.thumbprints())
        .createDate(provider.created())
        .tags(IamTags.shown(provider.tags().all()))
        .build();
  }
}
