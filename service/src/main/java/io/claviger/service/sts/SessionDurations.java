package io.claviger.service.sts;

import io.claviger.access.Caller;
import io.claviger.account.Role;
import java.time.Duration;
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
