package io.claviger.service.iam.mfa;

import io.claviger.account.Ids;
import io.claviger.base.SecretText;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkBytes;

/// The seed of a new virtual MFA device, in the two forms that the answer gives it.
///
/// @param base32 40 random bytes in base32, 64 characters, as AWS makes them
/// @param png a QR code that authenticator apps read
record Seed(SecretText base32, SdkBytes png) {

  private static final int BYTES = 40;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_PER_CHAR = 5;

  /// Makes a seed and draws it. Takes some milliseconds.
  ///
  /// AWS rule: IAM API Reference, "VirtualMFADevice", `QRCodePNG`, for the text of the code.
  ///
  /// @param account the account's alias, or its id where it has none
  static Seed generate(Ids ids, String deviceName, String account) {
    String base32 = base32(ids.bytes(BYTES));
    String uri = "otpauth://totp/" + deviceName + "@" + account + "?secret=" + base32;
    return new Seed(SecretText.of(base32), SdkBytes.fromByteArrayUnsafe(QrCode.png(uri)));
  }

  /// The base32 text as the answer has it; the wire encodes it in base64 once more.
  SdkBytes shown() {
    return SdkBytes.fromString(base32.reveal(), StandardCharsets.US_ASCII);
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << Byte.SIZE) | (b & 0xFF);
      for (bits += Byte.SIZE; bits >= BITS_PER_CHAR; bits -= BITS_PER_CHAR) {
        text.append(ALPHABET.charAt((buffer >> (bits - BITS_PER_CHAR)) & 31));
      }
    }
    return text.toString();
  }
}
