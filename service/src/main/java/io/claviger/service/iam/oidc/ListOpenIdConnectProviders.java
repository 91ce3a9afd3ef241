package io.claviger.service.iam.oidc;

import io.claviger.account.OidcProvider;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;

/// Lists all OpenID Connect providers of the account, which come without pages.
///
/// Permissions: `iam:ListOpenIDConnectProviders`, evaluated on `…:oidc-provider/*` as real denials
/// print it.
record ListOpenIdConnectProviders()
    implements ReadOperation<
        ListOpenIdConnectProvidersRequest, ListOpenIdConnectProvidersResponse> {

  @Override
  public Class<ListOpenIdConnectProvidersRequest> input() {
    return ListOpenIdConnectProvidersRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      ListOpenIdConnectProvidersRequest input, Call call, View view) {
    String all = OidcProvider.arn(view.home().id(), "*").toString();
    return List.of(IamResources.on(view.home(), "iam:ListOpenIDConnectProviders", all));
  }

  @Override
  public ListOpenIdConnectProvidersResponse run(
      ListOpenIdConnectProvidersRequest input, Call call, View view) {
    List<OpenIDConnectProviderListEntry> entries =
        view.home()
            .oidcProviders()
            .inOrder(null)
            .map(provider ->
                OpenIDConnectProviderListEntry.builder()
                    .arn(provider.arn(view.home().id()).toString())
                    .build())
            .toList();
    return ListOpenIdConnectProvidersResponse.builder().openIDConnectProviderList(entries).build();
  }
}
