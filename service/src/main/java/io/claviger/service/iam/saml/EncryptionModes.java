package io.claviger.service.iam.saml;

import io.claviger.account.SamlProvider.Encryption;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AssertionEncryptionModeType;

/// The two names of whether assertions have to be encrypted. Whatever else a request has, the API
/// model has refused.
final class EncryptionModes {

  private EncryptionModes() {}

  static @Nullable Encryption given(@Nullable String mode) {
    if (mode == null) {
      return null;
    }
    return mode.equals("Required") ? Encryption.REQUIRED : Encryption.ALLOWED;
  }

  static @Nullable AssertionEncryptionModeType shown(@Nullable Encryption encryption) {
    return switch (encryption) {
      case null -> null;
      case REQUIRED -> AssertionEncryptionModeType.REQUIRED;
      case ALLOWED -> AssertionEncryptionModeType.ALLOWED;
    };
  }
}
