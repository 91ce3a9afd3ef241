package io.claviger.service.sts;

import io.claviger.access.Caller;
import io.claviger.access.saml.SamlAssertion;
import io.claviger.account.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long temporary credentials are good for. What lies outside of the API model's range never
/// gets here.
final class SessionDurations {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration USER_DEFAULT = Duration.ofHours(12);

  private SessionDurations() {}

  /// Of a role's session: an hour where nothing is asked for.
  ///
  /// Whoever calls with temporary credentials of any kind, also those from `GetSessionToken`, is
  /// taken to chain roles, as AWS takes it.
  ///
  /// AWS rule: STS API Reference, "AssumeRole", `DurationSeconds`.
  ///
  /// @throws io.claviger.wire.ServiceError when it is longer than the role or a chain allows
  static Duration ofRole(@Nullable Integer seconds, Role role, Caller caller) {
    if (seconds == null) {
      return HOUR;
    }
    Duration asked = Duration.ofSeconds(seconds);
    if (caller.session() != null && asked.compareTo(HOUR) > 0) {
      throw StsErrors.longerThanChainAllows();
    }
    if (seconds > role.maxSessionSeconds()) {
      throw StsErrors.longerThanRoleAllows();
    }
    return asked;
  }

  /// Of a session by an assertion, which can make it shorter, never longer: by `SessionDuration`,
  /// and by when the provider's own session ends.
  ///
  /// AWS rule: STS API Reference, "AssumeRoleWithSAML", `DurationSeconds`; IAM User Guide,
  /// "Configure SAML assertions for the authentication response", `SessionDuration`.
  static Duration ofAssertion(Duration asked, SamlAssertion assertion, Instant now) {
    Duration longest = assertion.aws().sessionDuration();
    Duration shorter = longest == null || asked.compareTo(longest) <= 0 ? asked : longest;
    Instant end = assertion.sessionEnds();
    Duration left = end == null ? shorter : Duration.between(now, end);
    return left.compareTo(shorter) < 0 ? left : shorter;
  }

  /// Of a user's own session or a federated user's: twelve hours where nothing is asked for. Root's
  /// are cut to an hour without an error.
  ///
  /// AWS rule: STS API Reference, "GetSessionToken" and "GetFederationToken", `DurationSeconds`.
  static Duration ofUser(@Nullable Integer seconds, Caller caller) {
    Duration asked = seconds == null ? USER_DEFAULT : Duration.ofSeconds(seconds);
    boolean isCut = caller instanceof Caller.Root && asked.compareTo(HOUR) > 0;
    return isCut ? HOUR : asked;
  }
}
