package io.claviger.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A long text that is rarely read, deflated: a report has a tenth of its size then, in memory and
/// in the history.
///
/// @param packed [Packed#ZLIB] in base64
public record PackedText(String packed) {

  /// More than the credential report of a million users takes.
  private static final int MOST_BYTES = 1 << 30;

  public static PackedText of(String text) {
    byte[] bytes = Packed.ZLIB.pack(text.getBytes(StandardCharsets.UTF_8));
    return new PackedText(Base64.getEncoder().encodeToString(bytes));
  }

  /// The text.
  ///
  /// @throws IllegalStateException if it is none that was packed here
  public String text() {
    return bytes()
        .flatMap(bytes -> Packed.ZLIB.unpack(bytes, MOST_BYTES))
        .map(text -> new String(text, StandardCharsets.UTF_8))
        .orElseThrow(() -> new IllegalStateException("Damaged packed text"));
  }

  private Optional<byte[]> bytes() {
    try {
      return Optional.of(Base64.getDecoder().decode(packed));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
