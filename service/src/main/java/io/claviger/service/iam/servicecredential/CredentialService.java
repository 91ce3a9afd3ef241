package io.claviger.service.iam.servicecredential;

import java.util.Arrays;

/// The services that take service-specific credentials.
///
/// AWS rule: IAM User Guide, "Service-specific credentials for IAM users", and "API keys for Amazon
/// Bedrock".
enum CredentialService {
  CODECOMMIT("codecommit.amazonaws.com"),
  CASSANDRA("cassandra.amazonaws.com"),
  BEDROCK("bedrock.amazonaws.com");

  private final String principal;

  CredentialService(String principal) {
    this.principal = principal;
  }

  String principal() {
    return principal;
  }

  /// Whether its credentials are API keys, which can expire; else they are user names with
  /// passwords, which cannot.
  boolean takesApiKeys() {
    return this == BEDROCK;
  }

  /// The service of that name.
  ///
  /// @throws io.claviger.wire.ServiceError when it takes no such credentials
  static CredentialService require(String principal) {
    return Arrays.stream(values())
        .filter(service -> service.principal.equals(principal))
        .findFirst()
        .orElseThrow(ServiceCredentialErrors::serviceNotSupported);
  }
}
