package io.claviger.wire.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The two functions that Signature Version 4 is made of.
final class Digests {

  private static final String HMAC = "HmacSHA256";

  private Digests() {}

  static byte[] sha256(byte[] bytes) {
    return newSha256().digest(bytes);
  }

  static String sha256Hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  static SecretKey key(byte[] bytes) {
    return new SecretKeySpec(bytes, HMAC);
  }

  static byte[] hmac(SecretKey key, String text) {
    Mac mac = newHmac();
    try {
      mac.init(key);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("HMAC takes every key", e);
    }
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  // Every Java platform has both algorithms: MessageDigest and Mac, "Every implementation …".

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mac newHmac() {
    try {
      return Mac.getInstance(HMAC);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
