package io.claviger.service.iam.saml;

import io.claviger.account.SamlProvider;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.SAMLPrivateKey;

/// Shows a SAML provider with its metadata; of its private keys the ids alone.
///
/// Permissions: `iam:GetSAMLProvider` on the provider.
record GetSamlProvider() implements ReadOperation<GetSamlProviderRequest, GetSamlProviderResponse> {

  @Override
  public Class<GetSamlProviderRequest> input() {
    return GetSamlProviderRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetSamlProviderRequest input, Call call, View view) {
    return List.of(
        IamResources.samlProvider(view.home(), "iam:GetSAMLProvider", input.samlProviderArn()));
  }

  @Override
  public GetSamlProviderResponse run(GetSamlProviderRequest input, Call call, View view) {
    SamlProvider provider = IamEntities.samlProvider(view.home(), input.samlProviderArn());
    return GetSamlProviderResponse.builder()
        .samlProviderUUID(provider.id())
        .samlMetadataDocument(provider.metadata())
        .createDate(provider.created())
        .validUntil(provider.validUntil())
        .tags(IamTags.shown(provider.tags().all()))
        .assertionEncryptionMode(EncryptionModes.shown(provider.encryption()))
        .privateKeyList(provider.privateKeys().stream().map(GetSamlProvider::shown).toList())
        .build();
  }

  private static SAMLPrivateKey shown(SamlProvider.PrivateKey key) {
    return SAMLPrivateKey.builder().keyId(key.id()).timestamp(key.added()).build();
  }
}
