package io.claviger.service.iam.servicecredential;

import io.claviger.account.Ids;
import io.claviger.account.SecretName;
import io.claviger.account.ServiceSpecificCredential;
import io.claviger.base.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// The secret of a new or reset credential, while it can be shown.
///
/// @param shown what the user is handed: the password, or the API key
record ServiceSecret(SecretText shown) {

  /// What every API key of Bedrock's begins with.
  private static final String API_KEY_PREFIX = "ABSK";

  /// A new secret. An API key holds the alias, so that whoever is shown it knows whose it is.
  ///
  /// AWS rule: Amazon Bedrock User Guide, "Generate Amazon Bedrock API keys": a key is `ABSK` and
  /// in base64 the alias, a colon and a random secret.
  static ServiceSecret generate(CredentialService service, String alias, Ids ids) {
    SecretText random = ids.servicePassword();
    if (!service.takesApiKeys()) {
      return new ServiceSecret(random);
    }
    byte[] pair = (alias + ':' + random.reveal()).getBytes(StandardCharsets.UTF_8);
    return new ServiceSecret(
        SecretText.of(API_KEY_PREFIX + Base64.getEncoder().encodeToString(pair)));
  }

  /// Where the hash of a credential's secret is stored.
  static SecretName name(ServiceSpecificCredential credential) {
    return new SecretName(SecretName.Kind.SERVICE_SPECIFIC, credential.id());
  }

  /// What is stored of it.
  SecretText hash() {
    try {
      byte[] bytes = shown.reveal().getBytes(StandardCharsets.UTF_8);
      return SecretText.of(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
