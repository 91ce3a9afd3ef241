package io.claviger.store;

import java.util.Arrays;

/// Bytes that were sealed by a [Sealing], and may be kept and shown anywhere.
///
/// The form: one byte of format version, 12 of nonce, the ciphertext, 16 of tag.
final class Sealed {

  private final byte[] bytes;

  private Sealed(byte[] bytes) {
    this.bytes = bytes;
  }

  static Sealed of(byte[] bytes) {
    return new Sealed(bytes.clone());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Sealed(" + bytes.length + " bytes)";
  }
}
