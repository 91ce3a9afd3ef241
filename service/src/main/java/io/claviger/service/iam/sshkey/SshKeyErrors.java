package io.claviger.service.iam.sshkey;

import io.claviger.wire.ServiceError;

/// IAM's errors about SSH public keys, with AWS's codes and statuses.
final class SshKeyErrors {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private SshKeyErrors() {}

  static ServiceError unrecognizedEncoding() {
    return new ServiceError(
        "UnrecognizedPublicKeyEncoding", BAD_REQUEST, "Invalid public key uploaded.");
  }

  /// Our wording, after the API Reference's description of the error.
  static ServiceError invalidKey() {
    return new ServiceError(
        "InvalidPublicKey",
        BAD_REQUEST,
        "The public key is malformed or otherwise invalid. It must be an RSA key of 2048 bits at"
            + " least.");
  }

  /// Our wording, after the API Reference's description of the error.
  static ServiceError duplicateKey() {
    return new ServiceError(
        "DuplicateSSHPublicKey",
        BAD_REQUEST,
        "The SSH public key is already associated with the specified IAM user.");
  }

  /// Our wording.
  static ServiceError noSuchKey(String id) {
    return new ServiceError(
        "NoSuchEntity", NOT_FOUND, "The SSH Public Key with id " + id + " cannot be found.");
  }
}
