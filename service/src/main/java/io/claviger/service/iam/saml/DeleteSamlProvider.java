package io.claviger.service.iam.saml;

import io.claviger.account.Change;
import io.claviger.account.SamlProvider;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderResponse;

/// Deletes a SAML provider with its private keys. Roles that trust it stay as they are.
///
/// Permissions: `iam:DeleteSAMLProvider` on the provider.
record DeleteSamlProvider()
    implements WriteOperation<DeleteSamlProviderRequest, DeleteSamlProviderResponse> {

  @Override
  public Class<DeleteSamlProviderRequest> input() {
    return DeleteSamlProviderRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteSamlProviderRequest input, Call call, View view) {
    return List.of(
        IamResources.samlProvider(view.home(), "iam:DeleteSAMLProvider", input.samlProviderArn()));
  }

  @Override
  public Outcome<DeleteSamlProviderResponse> run(
      DeleteSamlProviderRequest input, Call call, View view) {
    SamlProvider provider = IamEntities.samlProvider(view.home(), input.samlProviderArn());
    Change change = Change.remove(provider.key());
    for (SamlProvider.PrivateKey key : provider.privateKeys()) {
      change = change.andErase(GivenKey.nameOf(key.id()));
    }
    return new Outcome<>(change, DeleteSamlProviderResponse.builder().build());
  }
}
