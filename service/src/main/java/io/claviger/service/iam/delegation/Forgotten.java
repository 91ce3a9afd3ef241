package io.claviger.service.iam.delegation;

import io.claviger.account.Account;
import io.claviger.account.Delegation;
import io.claviger.account.DelegationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What goes when something new comes: what has been expired for long.
///
/// AWS rule: IAM User Guide, "Building your integration": "After a retention period, expired
/// requests are eventually deleted from the system." How long that is, AWS does not say.
final class Forgotten {

  private static final Duration KEPT = Duration.ofDays(30);

  /// How many one call takes away: more than it adds, so that they do not pile up.
  private static final int AT_ONCE = 10;

  /// How many one call looks at, so that many that are kept do not make it slow.
  private static final int LOOKED_AT = 1_000;

  private Forgotten() {}

  static List<DelegationRequest> requests(Account home, Instant now) {
    return old(home.delegationRequests().inOrder(null), DelegationRequest::expires, now);
  }

  static List<Delegation> delegations(Account home, Instant now) {
    return old(home.delegations().inOrder(null), Delegation::expires, now);
  }

  private static <T> List<T> old(Stream<T> all, Function<T, Instant> expires, Instant now) {
    return all.limit(LOOKED_AT)
        .filter(each -> now.isAfter(expires.apply(each).plus(KEPT)))
        .limit(AT_ONCE)
        .toList();
  }
}
