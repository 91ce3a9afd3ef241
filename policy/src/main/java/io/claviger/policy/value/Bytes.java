package io.claviger.policy.value;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Bytes as policies spell them: in base64, with or without its padding.
public final class Bytes {

  private Bytes() {}

  /// The bytes, or null if the text is not base64.
  public static byte @Nullable [] parse(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
