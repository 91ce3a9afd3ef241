package io.claviger.service.iam.saml;

import io.claviger.account.Change;
import io.claviger.account.Quotas;
import io.claviger.account.SamlProvider;
import io.claviger.account.SamlProvider.Encryption;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderResponse;

/// Gives a SAML provider new metadata, another encryption mode, one more private key or one less.
///
/// Permissions: `iam:UpdateSAMLProvider` on the provider.
///
/// AWS rule: IAM API Reference, "UpdateSAMLProvider".
record UpdateSamlProvider()
    implements WriteOperation<UpdateSamlProviderRequest, UpdateSamlProviderResponse> {

  /// What a call is prepared with.
  private record Ready(@Nullable GivenMetadata metadata, @Nullable GivenKey key) {}

  @Override
  public Class<UpdateSamlProviderRequest> input() {
    return UpdateSamlProviderRequest.class;
  }

  @Override
  public boolean isPreparedForTheAllowedOnly() {
    return true;
  }

  @Override
  public Call prepare(UpdateSamlProviderRequest input, Call call, View view) {
    String document = input.samlMetadataDocument();
    String key = input.addPrivateKey();
    boolean isEmpty =
        document == null
            && key == null
            && input.removePrivateKey() == null
            && input.assertionEncryptionModeAsString() == null;
    if (isEmpty) {
      throw SamlErrors.nothingToUpdate();
    }
    if (key != null && input.removePrivateKey() != null) {
      throw SamlErrors.keysAddedAndRemoved();
    }
    return call.withPrepared(
        new Ready(
            document == null ? null : GivenMetadata.require(document, call.now()),
            key == null ? null : GivenKey.require(key)));
  }

  @Override
  public List<AccessRequest> requires(UpdateSamlProviderRequest input, Call call, View view) {
    return List.of(
        IamResources.samlProvider(view.home(), "iam:UpdateSAMLProvider", input.samlProviderArn()));
  }

  @Override
  public Outcome<UpdateSamlProviderResponse> run(
      UpdateSamlProviderRequest input, Call call, View view) {
    if (!(call.prepared() instanceof Ready(GivenMetadata metadata, GivenKey key))) {
      throw new IllegalStateException("Not prepared");
    }
    SamlProvider old = IamEntities.samlProvider(view.home(), input.samlProviderArn());
    SamlProvider provider =
        metadata == null ? old : old.withMetadata(metadata.document(), metadata.validUntil());
    Encryption encryption = EncryptionModes.given(input.assertionEncryptionModeAsString());
    if (encryption != null) {
      provider = provider.withEncryption(encryption);
    }
    Change change =
        key == null ? without(provider, input.removePrivateKey()) : with(provider, key, call);
    return new Outcome<>(
        change,
        UpdateSamlProviderResponse.builder()
            .samlProviderArn(provider.arn(view.home().id()).toString())
            .build());
  }

  private static Change with(SamlProvider provider, GivenKey key, Call call) {
    List<SamlProvider.PrivateKey> keys = new ArrayList<>(provider.privateKeys());
    if (keys.size() >= Quotas.PRIVATE_KEYS_PER_SAML_PROVIDER) {
      throw SamlErrors.tooManyPrivateKeys(Quotas.PRIVATE_KEYS_PER_SAML_PROVIDER);
    }
    SamlProvider.PrivateKey listed = GivenKey.listed(call.ids(), call.now());
    keys.add(listed);
    return key.put(Change.put(provider.withPrivateKeys(keys)), listed.id());
  }

  /// @param id null for none
  private static Change without(SamlProvider provider, @Nullable String id) {
    boolean isRequired = provider.encryption() == Encryption.REQUIRED;
    if (id == null) {
      if (isRequired && provider.privateKeys().isEmpty()) {
        throw SamlErrors.encryptionWithoutKey();
      }
      return Change.put(provider);
    }
    List<SamlProvider.PrivateKey> left =
        provider.privateKeys().stream().filter(key -> !key.id().equals(id)).toList();
    if (left.size() == provider.privateKeys().size()) {
      throw SamlErrors.noSuchPrivateKey();
    }
    if (isRequired && left.isEmpty()) {
      throw SamlErrors.lastKeyStays();
    }
    return Change.put(provider.withPrivateKeys(left)).andErase(GivenKey.nameOf(id));
  }
}
