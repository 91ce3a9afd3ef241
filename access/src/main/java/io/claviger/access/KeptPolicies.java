package io.claviger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.account.Account;
import io.claviger.account.Bounded;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Supplier;

/// Keeps what the policy engine has worked out for a user or role for as long as nothing changes
/// that it is made of. Keyed by the entity object itself, so that no two principals and no two
/// versions of one can be taken for each other. Safe for use by many threads.
final class KeptPolicies {

  /// About 300 bytes each, beside the compiled policies.
  private static final long MAX_STATEMENTS = 200_000;

  /// @param account the account of that version the policies were last found to hold for
  private record Kept(WeakReference<Account> account, AppliedPolicies policies) {}

  private final Cache<Bounded, Kept> cache =
      Caffeine.newBuilder()
          .weakKeys()
          .maximumWeight(MAX_STATEMENTS)
          .weigher((Bounded _, Kept kept) -> 1 + statements(kept.policies()))
          .build();

  /// The policies of the principal, as the account has them.
  ///
  /// @param finder finds them anew; asked only after the account has changed
  AppliedPolicies get(Account account, Bounded principal, Supplier<AppliedPolicies> finder) {
    Kept kept = cache.getIfPresent(principal);
    if (kept != null && kept.account().refersTo(account)) {
      return kept.policies();
    }
    AppliedPolicies found = finder.get();
    AppliedPolicies policies =
        kept != null && areSame(kept.policies(), found) ? kept.policies() : found;
    cache.put(principal, new Kept(new WeakReference<>(account), policies));
    return policies;
  }

  private static boolean areSame(AppliedPolicies some, AppliedPolicies others) {
    return areSame(some.identity(), others.identity())
        && areSame(some.boundary().orElse(List.of()), others.boundary().orElse(List.of()));
  }

  private static boolean areSame(List<AppliedPolicy> some, List<AppliedPolicy> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      boolean isSame =
          some.get(i).policy() == others.get(i).policy()
              && some.get(i).source().equals(others.get(i).source());
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  private static int statements(AppliedPolicies policies) {
    int count = 0;
    for (AppliedPolicy policy : policies.identity()) {
      count += policy.policy().document().statements().size();
    }
    return count;
  }
}
