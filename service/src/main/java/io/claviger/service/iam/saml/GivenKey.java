package io.claviger.service.iam.saml;

import io.claviger.account.Change;
import io.claviger.account.Ids;
import io.claviger.account.SamlProvider;
import io.claviger.account.SecretName;
import io.claviger.base.SecretText;
import io.claviger.service.iam.certificate.PrivateKeys;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Base64;

/// The private key of a request, which is to decrypt assertions: an RSA key.
///
/// @param pem in PKCS #8, whatever form it was given in
record GivenKey(SecretText pem) {

  private static final int LINE_CHARACTERS = 64;

  /// @throws io.claviger.wire.ServiceError when it is no RSA key in PEM, or an encrypted one
  static GivenKey require(String text) {
    PrivateKey key =
        PrivateKeys.parse(text)
            .filter(RSAPrivateKey.class::isInstance)
            .orElseThrow(SamlErrors::invalidPrivateKey);
    String base64 =
        Base64.getMimeEncoder(LINE_CHARACTERS, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(key.getEncoded());
    return new GivenKey(
        SecretText.of("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n"));
  }

  /// The key as the provider lists it.
  static SamlProvider.PrivateKey listed(Ids ids, Instant now) {
    return new SamlProvider.PrivateKey(ids.uniqueId(Ids.Prefix.SAMLPK), now);
  }

  /// The change with this key put under that id.
  Change put(Change change, String id) {
    return change.andSecret(nameOf(id), pem);
  }

  static SecretName nameOf(String id) {
    return new SecretName(SecretName.Kind.SAML_PRIVATE_KEY, id);
  }
}
