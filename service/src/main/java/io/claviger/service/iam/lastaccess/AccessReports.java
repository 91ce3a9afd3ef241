package io.claviger.service.iam.lastaccess;

import io.claviger.access.Caller;
import io.claviger.account.AccessReport;
import io.claviger.account.Account;
import io.claviger.service.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The reports that an account keeps: for a day, the newest hundred, each for who has asked for it.
///
/// A user or root sees a report with any of its long-term keys; of a session only itself does, as
/// IAM is seen to hold it. AWS does not say how long it keeps reports, nor how many.
final class AccessReports {

  private static final Duration KEPT = Duration.ofDays(1);

  /// However many are asked for, they do not fill the memory.
  private static final int MOST = 100;

  /// How many of the old ones one call takes away: more than it adds, so that they do not pile up.
  private static final int FORGOTTEN_AT_ONCE = 10;

  private AccessReports() {}

  /// The report of that job.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none, or it is somebody else's
  static AccessReport require(String jobId, Call call, Account home) {
    return home.accessReports()
        .byId(jobId)
        .filter(report -> report.owner().equals(owner(call.caller())))
        .filter(report -> !isOld(report, call.now()))
        .orElseThrow(() -> LastAccessErrors.noSuchJob(jobId));
  }

  /// What goes when one more report comes: old ones, and the oldest of too many.
  static List<AccessReport> toForget(Account home, Instant now) {
    int surplus = Math.max(0, home.accessReports().size() + 1 - MOST);
    Stream<AccessReport> oldest = home.accessReports().inOrder(null);
    List<AccessReport> forgotten = new ArrayList<>();
    for (AccessReport report : oldest.limit(Math.max(surplus, FORGOTTEN_AT_ONCE)).toList()) {
      if (forgotten.size() < surplus || isOld(report, now)) {
        forgotten.add(report);
      }
    }
    return forgotten;
  }

  private static boolean isOld(AccessReport report, Instant now) {
    return now.isAfter(report.created().plus(KEPT));
  }

  static String owner(Caller caller) {
    return switch (caller) {
      case Caller.Root root -> root.account().digits();
      case Caller.IamUser user -> user.userId();
      case Caller.RoleSession role -> role.accessKeyId();
      case Caller.FederatedUser user -> user.accessKeyId();
      case Caller.Federated _, Caller.Anonymous _ -> "";
    };
  }
}
