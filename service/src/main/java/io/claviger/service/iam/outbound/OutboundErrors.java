package io.claviger.service.iam.outbound;

import io.claviger.wire.ServiceError;

/// Why outbound federation cannot be switched, or looked at.
///
/// AWS rule: IAM API Reference, "EnableOutboundWebIdentityFederation",
/// "DisableOutboundWebIdentityFederation" and "GetOutboundWebIdentityFederationInfo", errors.
final class OutboundErrors {

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private OutboundErrors() {}

  static ServiceError alreadyEnabled() {
    return new ServiceError(
        "FeatureEnabled",
        CONFLICT,
        "Outbound identity federation is already enabled for your account.");
  }

  static ServiceError disabled() {
    return new ServiceError(
        "FeatureDisabled", NOT_FOUND, "Outbound identity federation is disabled for your account.");
  }
}
