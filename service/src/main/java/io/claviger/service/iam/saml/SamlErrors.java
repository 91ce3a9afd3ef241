package io.claviger.service.iam.saml;

import io.claviger.service.iam.IamErrors;
import io.claviger.wire.ServiceError;

/// What is wrong with a SAML provider that is to be made or changed.
///
/// AWS rule: IAM User Guide, "Troubleshoot SAML federation with IAM", for the texts.
final class SamlErrors {

  private static final int CONFLICT = 409;

  private SamlErrors() {}

  /// Our wording.
  static ServiceError providerExists(String name) {
    return new ServiceError(
        "EntityAlreadyExists", CONFLICT, "SAMLProvider with name " + name + " already exists.");
  }

  static ServiceError unreadableMetadata() {
    return IamErrors.invalidInput("Could not parse metadata.");
  }

  static ServiceError nothingToUpdate() {
    return IamErrors.invalidInput(
        "Unable to update identity provider. No updates are defined for metadata or encryption"
            + " assertion.");
  }

  static ServiceError encryptionWithoutKey() {
    return IamErrors.invalidInput(
        "Unable to set assertion encryption mode to Required because no private key is provided.");
  }

  static ServiceError keysAddedAndRemoved() {
    return IamErrors.invalidInput(
        "Unable to add and remove private keys in the same request. Set a value for only one of the"
            + " two parameters.");
  }

  static ServiceError invalidPrivateKey() {
    return IamErrors.invalidInput("Invalid private key.");
  }

  /// The last key of a provider whose assertions have to be encrypted.
  static ServiceError lastKeyStays() {
    return IamErrors.invalidInput("Failed to remove private key.");
  }

  static ServiceError noSuchPrivateKey() {
    return IamErrors.invalidInput(
        "Failed to remove private key because the Key ID does not match a private key.");
  }

  static ServiceError tooManyPrivateKeys(int most) {
    return new ServiceError(
        "LimitExceeded", CONFLICT, "Private key limit of " + most + " is reached.");
  }
}
