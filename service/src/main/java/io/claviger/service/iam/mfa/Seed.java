package io.claviger.service.iam.mfa;

import io.claviger.account.Base32;
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

  /// Makes a seed and draws it. Takes some milliseconds.
  ///
  /// AWS rule: IAM API Reference, "VirtualMFADevice", `QRCodePNG`, for the text of the code.
  ///
  /// @param account the account's alias, or its id where it has none
  static Seed generate(Ids ids, String deviceName, String account) {
    String base32 = Base32.encode(ids.bytes(BYTES));
    String uri = "otpauth://totp/" + deviceName + "@" + account + "?secret=" + base32;
    return new Seed(SecretText.of(base32), SdkBytes.fromByteArrayUnsafe(QrCode.png(uri)));
  }

  /// The base32 text as the answer has it; the wire encodes it in base64 once more.
  SdkBytes shown() {
    return SdkBytes.fromString(base32.reveal(), StandardCharsets.US_ASCII);
  }
}
