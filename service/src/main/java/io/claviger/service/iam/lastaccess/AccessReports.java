package io.claviger.service.iam.lastaccess;

import io.claviger.access.Caller;
import io.claviger.account.AccessReport;
import io.claviger.account.Account;
import io.claviger.service.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The reports that an account keeps, each for who has asked for it: for a day, and the newest
/// hundred of a user or role. Where the account has too many, those go first of whom there are
/// most, so that who asks for few does not lose them by what others ask for.
///
/// A user or root sees a report with any of its long-term keys; of a session only itself does, as
/// IAM is seen to hold it. AWS does not say how long it keeps reports, nor how many.
final class AccessReports {

  private static final Duration KEPT = Duration.ofDays(1);

  /// However many are asked for, they do not fill the memory.
  private static final int MOST = 400;

  private static final int MOST_OF_ONE = 100;

  /// Stands between a role's or user's id and the key of its session.
  private static final char SESSION = ':';

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

  /// What goes when one more report comes: old ones, and one of too many.
  ///
  /// @param owner whose the new one is
  static List<AccessReport> toForget(Account home, String owner, Instant now) {
    List<AccessReport> all = home.accessReports().inOrder(null).toList();
    List<AccessReport> old =
        all.stream().filter(report -> isOld(report, now)).limit(FORGOTTEN_AT_ONCE).toList();
    Map<String, Integer> counts = new TreeMap<>();
    all.stream().skip(old.size()).forEach(report -> count(report.owner(), counts));
    count(owner, counts);
    String crowd = Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    String principal = principal(owner);
    boolean isOverOwn = counts.getOrDefault(principal, 0) > MOST_OF_ONE;
    if (!isOverOwn && all.size() - old.size() < MOST) {
      return old;
    }
    String loser = isOverOwn ? principal : crowd;
    Stream<AccessReport> oldest =
        all.stream()
            .skip(old.size())
            .filter(report -> principal(report.owner()).equals(loser))
            .limit(1);
    return Stream.concat(old.stream(), oldest).toList();
  }

  private static void count(String owner, Map<String, Integer> counts) {
    counts.merge(principal(owner), 1, Integer::sum);
  }

  /// The user or role itself, of whom there may be many sessions.
  private static String principal(String owner) {
    int end = owner.indexOf(SESSION);
    return end < 0 ? owner : owner.substring(0, end);
  }

  private static boolean isOld(AccessReport report, Instant now) {
    return now.isAfter(report.created().plus(KEPT));
  }

  static String owner(Caller caller) {
    return switch (caller) {
      case Caller.Root root -> root.account().digits();
      case Caller.IamUser user -> user.userId();
      case Caller.RoleSession role -> role.roleId() + SESSION + role.accessKeyId();
      case Caller.FederatedUser user -> user.userId() + SESSION + user.accessKeyId();
      case Caller.Federated _, Caller.Anonymous _ -> "";
    };
  }
}
