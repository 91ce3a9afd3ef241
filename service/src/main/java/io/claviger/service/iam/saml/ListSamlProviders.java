package io.claviger.service.iam.saml;

import io.claviger.account.SamlProvider;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersResponse;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;

/// Lists all SAML providers of the account, which come without pages.
///
/// Permissions: `iam:ListSAMLProviders`, evaluated on `…:saml-provider/*` as real denials print it.
record ListSamlProviders()
    implements ReadOperation<ListSamlProvidersRequest, ListSamlProvidersResponse> {

  @Override
  public Class<ListSamlProvidersRequest> input() {
    return ListSamlProvidersRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListSamlProvidersRequest input, Call call, View view) {
    String all = SamlProvider.arn(view.home().id(), "*").toString();
    return List.of(IamResources.on(view.home(), "iam:ListSAMLProviders", all));
  }

  @Override
  public ListSamlProvidersResponse run(ListSamlProvidersRequest input, Call call, View view) {
    List<SAMLProviderListEntry> entries =
        view.home()
            .samlProviders()
            .inOrder(null)
            .map(provider ->
                SAMLProviderListEntry.builder()
                    .arn(provider.arn(view.home().id()).toString())
                    .createDate(provider.created())
                    .validUntil(provider.validUntil())
                    .build())
            .toList();
    return ListSamlProvidersResponse.builder().samlProviderList(entries).build();
  }
}
