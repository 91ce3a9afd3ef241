package io.claviger.service.iam.saml;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.EntityKind;
import io.claviger.account.Ids;
import io.claviger.account.Quota;
import io.claviger.account.SamlProvider;
import io.claviger.account.SamlProvider.Encryption;
import io.claviger.account.Tags;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamQuotas;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderResponse;

/// Makes a SAML provider from its metadata.
///
/// Permissions: `iam:CreateSAMLProvider` on the new provider; with tags also `iam:TagSAMLProvider`.
///
/// AWS rule: IAM API Reference, "CreateSAMLProvider".
record CreateSamlProvider()
    implements WriteOperation<CreateSamlProviderRequest, CreateSamlProviderResponse> {

  /// What a call is prepared with.
  private record Ready(GivenMetadata metadata, @Nullable GivenKey key) {}

  @Override
  public Class<CreateSamlProviderRequest> input() {
    return CreateSamlProviderRequest.class;
  }

  @Override
  public boolean isPreparedForTheAllowedOnly() {
    return true;
  }

  @Override
  public Call prepare(CreateSamlProviderRequest input, Call call, View view) {
    GivenMetadata metadata = GivenMetadata.require(input.samlMetadataDocument(), call.now());
    String key = input.addPrivateKey();
    return call.withPrepared(new Ready(metadata, key == null ? null : GivenKey.require(key)));
  }

  @Override
  public List<AccessRequest> requires(CreateSamlProviderRequest input, Call call, View view) {
    String arn = SamlProvider.arn(view.home().id(), input.name()).toString();
    return IamResources.creating(
        IamResources.on(view.home(), "iam:CreateSAMLProvider", arn),
        "iam:TagSAMLProvider",
        IamTags.given(input.tags()),
        null);
  }

  @Override
  public Outcome<CreateSamlProviderResponse> run(
      CreateSamlProviderRequest input, Call call, View view) {
    if (!(call.prepared() instanceof Ready(GivenMetadata metadata, GivenKey key))) {
      throw new IllegalStateException("Not prepared");
    }
    Account home = view.home();
    Encryption encryption = EncryptionModes.given(input.assertionEncryptionModeAsString());
    if (encryption == Encryption.REQUIRED && key == null) {
      throw SamlErrors.encryptionWithoutKey();
    }
    if (home.samlProviders().named(input.name()).isPresent()) {
      throw SamlErrors.providerExists(input.name());
    }
    IamQuotas.requireRoom(Quota.SAML_PROVIDERS, EntityKind.SAML_PROVIDER, home);
    Tags tags = IamTags.of(input.tags(), "TagsPerSAMLProvider");
    SamlProvider provider =
        new SamlProvider(
            input.name(),
            call.ids().uniqueId(Ids.Prefix.SAMLSP),
            call.now(),
            tags,
            metadata.document(),
            metadata.validUntil(),
            encryption,
            key == null ? List.of() : List.of(GivenKey.listed(call.ids(), call.now())));
    Change change = Change.put(provider);
    return new Outcome<>(
        key == null ? change : key.put(change, provider.privateKeys().getFirst().id()),
        CreateSamlProviderResponse.builder()
            .samlProviderArn(provider.arn(home.id()).toString())
            .tags(IamTags.shown(tags.all()))
            .build());
  }
}
