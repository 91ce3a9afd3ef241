package io.claviger.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts the assertion of a response for a service's key.
///
/// @param isAuthentic AES-256 with GCM, otherwise with CBC
/// @param isOaep OAEP with SHA-1, otherwise PKCS #1 1.5
public record XmlEncrypter(PublicKey key, boolean isAuthentic, boolean isOaep) {

  private static final String ENC = "http://www.w3.org/2001/04/xmlenc#";
  private static final byte[] CONTENT_KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final byte[] INITIAL = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final int GCM_INITIAL_BYTES = 12;
  private static final int GCM_TAG_BITS = 128;

  /// As providers encrypt.
  public static XmlEncrypter with(PublicKey key) {
    return new XmlEncrypter(key, true, true);
  }

  /// The response with its assertion encrypted.
  public String encrypt(String response) {
    String end = "</saml:Assertion>";
    int from = response.indexOf("<saml:Assertion ");
    int to = response.indexOf(end) + end.length();
    return response.substring(0, from)
        + encrypted(response.substring(from, to))
        + response.substring(to);
  }

  private String encrypted(String assertion) {
    String algorithm =
        isAuthentic ? "http://www.w3.org/2009/xmlenc11#aes256-gcm" : ENC + "aes256-cbc";
    return """
    <saml:EncryptedAssertion><xenc:EncryptedData xmlns:xenc="%1$s" Type="%1$sElement">\
    <xenc:EncryptionMethod Algorithm="%2$s"/>\
    <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey>\
    <xenc:EncryptionMethod Algorithm="%3$s"/>\
    <xenc:CipherData><xenc:CipherValue>%4$s</xenc:CipherValue></xenc:CipherData>\
    </xenc:EncryptedKey></ds:KeyInfo>\
    <xenc:CipherData><xenc:CipherValue>%5$s</xenc:CipherValue></xenc:CipherData>\
    </xenc:EncryptedData></saml:EncryptedAssertion>\
    """
        .formatted(
            ENC,
            algorithm,
            ENC + (isOaep ? "rsa-oaep-mgf1p" : "rsa-1_5"),
            Base64.getEncoder().encodeToString(wrappedKey()),
            Base64.getEncoder().encodeToString(content(assertion)));
  }

  private byte[] wrappedKey() {
    try {
      Cipher cipher = Cipher.getInstance(isOaep ? "RSA/ECB/OAEPPadding" : "RSA/ECB/PKCS1Padding");
      if (isOaep) {
        cipher.init(
            Cipher.ENCRYPT_MODE,
            key,
            new OAEPParameterSpec(
                "SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT));
      } else {
        cipher.init(Cipher.ENCRYPT_MODE, key);
      }
      return cipher.doFinal(CONTENT_KEY);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] content(String assertion) {
    int initial = isAuthentic ? GCM_INITIAL_BYTES : INITIAL.length;
    try {
      Cipher cipher =
          Cipher.getInstance(isAuthentic ? "AES/GCM/NoPadding" : "AES/CBC/ISO10126Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(CONTENT_KEY, "AES"),
          isAuthentic
              ? new GCMParameterSpec(GCM_TAG_BITS, INITIAL, 0, initial)
              : new IvParameterSpec(INITIAL));
      byte[] text = cipher.doFinal(assertion.getBytes(StandardCharsets.UTF_8));
      byte[] all = new byte[initial + text.length];
      System.arraycopy(INITIAL, 0, all, 0, initial);
      System.arraycopy(text, 0, all, initial, text.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
