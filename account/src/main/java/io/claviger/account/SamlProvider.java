package io.claviger.account;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A SAML 2.0 identity provider whose assertions roles may trust.
///
/// Its private keys, which decrypt assertions, are in [Secrets] under
/// [SecretName.Kind#SAML_PRIVATE_KEY] by their ids.
///
/// @param name unique without regard to case
/// @param id `SAMLSP…`, which the sign-in address of the provider carries
/// @param metadata the document that describes the provider, as it was given
/// @param validUntil when the metadata ends to be good
/// @param encryption null where nothing was said: assertions may be encrypted or not
/// @param privateKeys the oldest first
public record SamlProvider(
    String name,
    String id,
    Instant created,
    Tags tags,
    String metadata,
    Instant validUntil,
    @Nullable Encryption encryption,
    List<PrivateKey> privateKeys)
    implements Tagged {

  private static final String ARN_TYPE = "saml-provider/";

  public SamlProvider {
    privateKeys = List.copyOf(privateKeys);
  }

  /// Whether assertions have to be encrypted. The names are part of the stored form.
  public enum Encryption {
    REQUIRED,
    ALLOWED
  }

  /// A key that assertions can be encrypted for.
  ///
  /// @param id `SAMLPK…`
  public record PrivateKey(String id, Instant added) {}

  /// The ARN of the provider of that name, whether it exists or not.
  public static Arn arn(AccountId account, String name) {
    return Arn.iam(account, ARN_TYPE + name);
  }

  /// The name in a provider's ARN; empty for ARNs of anything else or of another account.
  public static Optional<String> nameIn(String arn, AccountId account) {
    String prefix = arn(account, "").toString();
    return arn.startsWith(prefix) ? Optional.of(arn.substring(prefix.length())) : Optional.empty();
  }

  public Arn arn(AccountId account) {
    return arn(account, name);
  }

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.SAML_PROVIDER, id);
  }

  @Override
  public SamlProvider withTags(Tags newTags) {
    return new SamlProvider(
        name, id, created, newTags, metadata, validUntil, encryption, privateKeys);
  }

  public SamlProvider withMetadata(String newMetadata, Instant newValidUntil) {
    return new SamlProvider(
        name, id, created, tags, newMetadata, newValidUntil, encryption, privateKeys);
  }

  public SamlProvider withEncryption(@Nullable Encryption newEncryption) {
    return new SamlProvider(
        name, id, created, tags, metadata, validUntil, newEncryption, privateKeys);
  }

  public SamlProvider withPrivateKeys(List<PrivateKey> newKeys) {
    return new SamlProvider(name, id, created, tags, metadata, validUntil, encryption, newKeys);
  }
}
