package io.claviger.access.saml;

import io.claviger.account.SamlProvider;
import io.claviger.account.SecretName;
import io.claviger.account.Secrets;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What assertions of a provider are held against.
///
/// @param entityId the name that they carry as their issuer
/// @param signingKeys one of which has to have signed; none where the metadata is not good any more
/// @param address what they may be meant for
/// @param isEncryptionRequired whether they have to be encrypted
/// @param privateKeys for what is encrypted; unsealed when they are asked for, since most
///   assertions need none
record SamlTrust(
    String entityId,
    List<PublicKey> signingKeys,
    SignInAddress address,
    boolean isEncryptionRequired,
    Supplier<List<PrivateKey>> privateKeys) {

  SamlTrust {
    signingKeys = List.copyOf(signingKeys);
  }

  static SamlTrust of(
      AccountId account,
      SamlProvider provider,
      SamlMetadata metadata,
      Secrets secrets,
      Instant now) {
    boolean isGood = now.isBefore(provider.validUntil());
    return new SamlTrust(
        metadata.entityId(),
        isGood ? metadata.signingKeys() : List.of(),
        SignInAddress.of(provider),
        provider.encryption() == SamlProvider.Encryption.REQUIRED,
        () -> privateKeys(account, provider, secrets));
  }

  private static List<PrivateKey> privateKeys(
      AccountId account, SamlProvider provider, Secrets secrets) {
    return provider.privateKeys().stream()
        .map(key -> new SecretName(SecretName.Kind.SAML_PRIVATE_KEY, key.id()))
        .flatMap(name -> secrets.find(account, name).stream())
        .map(SamlTrust::privateKey)
        .toList();
  }

  /// The key as it was stored: RSA, PKCS #8 in PEM.
  private static PrivateKey privateKey(SecretText pem) {
    String base64 =
        pem.reveal().lines().filter(line -> !line.startsWith("-")).collect(Collectors.joining());
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (NoSuchAlgorithmException | InvalidKeySpecException | IllegalArgumentException e) {
      throw new IllegalStateException("What is stored was a private key when it was given", e);
    }
  }
}
