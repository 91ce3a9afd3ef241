package io.claviger.account;

import io.claviger.base.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// When things were last used, and what was last done. Kept in memory, written to disk every minute
/// and on a clean stop: a crash loses at most a minute of it.
public interface Activity {

  /// How long AWS tells the last use of a role and the last tries of actions; they are forgotten
  /// then.
  ///
  /// AWS rule: IAM API Reference, "RoleLastUsed"; IAM User Guide, "Refine permissions in AWS using
  /// last accessed information": "IAM reports activity for at least the last 400 days".
  Duration TRACKED = Duration.ofDays(400);

  /// The last use of one access key, role or password.
  ///
  /// @param service the service's namespace, `iam`; empty for a password
  /// @param region the region that was signed for; empty for a password
  record Use(Instant at, String service, String region) {}

  /// What a use is counted for.
  enum Kind {
    ACCESS_KEY,
    ROLE,
    PASSWORD,
    /// An action that a user or role has tried, by its [#actionId].
    ACTION
  }

  void record(AccountId account, Kind kind, String id, Use use);

  Optional<Use> lastUse(AccountId account, Kind kind, String id);

  /// The last try of every action by a user or role, allowed or not, by action: `iam:GetUser`.
  ///
  /// @param principalId the unique id
  Map<String, Use> actionsOf(AccountId account, String principalId);

  /// What an action of a user or role is counted under.
  ///
  /// @param action `iam:GetUser`
  static String actionId(String principalId, String action) {
    return principalId + '/' + action;
  }
}
