package io.claviger.service.iam.oidc;

import io.claviger.account.Change;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderResponse;

/// Deletes an OpenID Connect provider; one that is not there is as good as deleted. Roles that
/// trust it stay as they are.
///
/// Permissions: `iam:DeleteOpenIDConnectProvider` on the provider.
///
/// AWS rule: IAM API Reference, "DeleteOpenIDConnectProvider": "This operation is idempotent".
record DeleteOpenIdConnectProvider()
    implements WriteOperation<
        DeleteOpenIdConnectProviderRequest, DeleteOpenIdConnectProviderResponse> {

  @Override
  public Class<DeleteOpenIdConnectProviderRequest> input() {
    return DeleteOpenIdConnectProviderRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      DeleteOpenIdConnectProviderRequest input, Call call, View view) {
    return List.of(
        IamResources.oidcProvider(
            view.home(), "iam:DeleteOpenIDConnectProvider", input.openIDConnectProviderArn()));
  }

  @Override
  public Outcome<DeleteOpenIdConnectProviderResponse> run(
      DeleteOpenIdConnectProviderRequest input, Call call, View view) {
    IamEntities.requireArn(input.openIDConnectProviderArn(), "oidc-provider/");
    Change change =
        IamEntities.findOidcProvider(view.home(), input.openIDConnectProviderArn())
            .map(provider -> Change.remove(provider.key()))
            .orElse(Change.NONE);
    return new Outcome<>(change, DeleteOpenIdConnectProviderResponse.builder().build());
  }
}
