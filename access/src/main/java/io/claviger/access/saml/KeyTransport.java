package io.claviger.access.saml;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// How the key of an encrypted assertion is encrypted: RSA with OAEP. The older padding of PKCS #1
/// 1.5 is not taken, for it can be made to tell.
///
/// Rule: XML Encryption 1.1, section 5.5.2.
record KeyTransport(OAEPParameterSpec parameters) {

  private static final String NEWER = "http://www.w3.org/2009/xmlenc11#";
  private static final String OLD_OAEP = Names.ENCRYPTION + "rsa-oaep-mgf1p";
  private static final String OAEP = NEWER + "rsa-oaep";
  private static final String SHA_1 = Names.SIGNATURE + "sha1";
  private static final String MGF_SHA_1 = NEWER + "mgf1sha1";
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

  private static final Map<String, String> DIGESTS =
      Map.of(
          SHA_1,
          "SHA-1",
          Names.ENCRYPTION + "sha256",
          "SHA-256",
          MORE + "sha384",
          "SHA-384",
          Names.ENCRYPTION + "sha512",
          "SHA-512");
  private static final Map<String, MGF1ParameterSpec> MASKS =
      Map.of(
          MGF_SHA_1,
          MGF1ParameterSpec.SHA1,
          NEWER + "mgf1sha256",
          MGF1ParameterSpec.SHA256,
          NEWER + "mgf1sha384",
          MGF1ParameterSpec.SHA384,
          NEWER + "mgf1sha512",
          MGF1ParameterSpec.SHA512);

  /// What an `EncryptionMethod` says; empty where it is another method.
  static Optional<KeyTransport> of(Element method) {
    String algorithm = method.getAttributeNS(null, "Algorithm");
    String digest = DIGESTS.get(given(method, Names.SIGNATURE, "DigestMethod", SHA_1));
    @Nullable MGF1ParameterSpec mask =
        switch (algorithm) {
          case OLD_OAEP -> MGF1ParameterSpec.SHA1;
          case OAEP -> MASKS.get(given(method, NEWER, "MGF", MGF_SHA_1));
          default -> null;
        };
    if (digest == null || mask == null) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyTransport(new OAEPParameterSpec(digest, "MGF1", mask, PSource.PSpecified.DEFAULT)));
  }

  private static String given(Element method, String namespace, String name, String otherwise) {
    return Xml.onlyChild(method, namespace, name)
        .flatMap(child -> Xml.attribute(child, "Algorithm"))
        .orElse(otherwise);
  }

  byte[] decrypt(PrivateKey key, byte[] encrypted) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, parameters);
    return cipher.doFinal(encrypted);
  }
}
