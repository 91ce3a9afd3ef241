package io.claviger.policy.second;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import java.util.List;
import java.util.Optional;

/// `Principal` and `NotPrincipal` (§10, §11).
final class PrincipalRule {

  private final Requester requester;
  private final boolean hasBoundary;

  PrincipalRule(Requester requester, boolean hasBoundary) {
    this.requester = requester;
    this.hasBoundary = hasBoundary;
  }

  /// What the statement's element is worth to the requester if the statement allows.
  Worth worth(PrincipalElement element) {
    Worth best = Worth.NOTHING;
    if (element.isNegated()) {
      return best; // §11.1: unsupported with `Allow`.
    }
    for (PrincipalName name : element.names()) {
      Worth worth = worth(name);
      best = worth.compareTo(best) > 0 ? worth : best;
    }
    return best;
  }

  /// Whether a statement that denies means the requester.
  boolean isDenied(PrincipalElement element) {
    if (!element.isNegated()) {
      return worth(element) != Worth.NOTHING;
    }
    // §4.3: nobody with a boundary is exempt.
    return hasBoundary || !isExempt(element.names());
  }

  /// Whether the names exempt the requester from a `Deny` with `NotPrincipal`: all that make it up
  /// must be listed (§11.2).
  private boolean isExempt(List<PrincipalName> names) {
    boolean isAccountListed = lists(names, Worth.ACCOUNT);
    boolean isItselfListed = lists(names, Worth.DIRECT);
    if (names.stream().anyMatch(PrincipalRule::isEveryone)) {
      return true;
    }
    return switch (requester) {
      case Requester.Root _,
          Requester.Service _,
          Requester.Federated _,
          Requester.CanonicalUser _,
          Requester.Anonymous _ ->
          isItselfListed;
      case Requester.IamUser _, Requester.FederatedUser _ -> isItselfListed && isAccountListed;
      case Requester.RoleSession _ ->
          isItselfListed && lists(names, Worth.BEHIND) && isAccountListed;
    };
  }

  private boolean lists(List<PrincipalName> names, Worth worth) {
    return names.stream().anyMatch(name -> worth(name) == worth);
  }

  /// `"*"` and `{"AWS": "*"}` are the same (§7.3).
  private static boolean isEveryone(PrincipalName name) {
    return name.type() == PrincipalType.ANYONE
        || (name.type() == PrincipalType.AWS && name.value().equals("*"));
  }

  private Worth worth(PrincipalName name) {
    if (isEveryone(name)) {
      return Worth.DIRECT;
    }
    return switch (name.type()) {
      case ANYONE -> Worth.DIRECT;
      case AWS -> worthOfAws(name.value());
      case SERVICE ->
          direct(requester instanceof Requester.Service(String s) && s.equals(name.value()));
      case FEDERATED ->
          direct(requester instanceof Requester.Federated(String p) && p.equals(name.value()));
      case CANONICAL_USER ->
          direct(
              requester instanceof Requester.CanonicalUser(String id) && id.equals(name.value()));
    };
  }

  private Worth worthOfAws(String value) {
    return switch (requester) {
      case Requester.Root(AccountId account) -> direct(isAccount(value, account));
      case Requester.IamUser(AccountId account, Arn arn, String id) ->
          is(value, arn, id) ? Worth.DIRECT : ofAccount(value, account);
      case Requester.RoleSession(AccountId account, Arn role, String id, Optional<Arn> session) ->
          session.isPresent() && is(value, session.get(), idOfSession(id, session.get()))
              ? Worth.DIRECT
              : is(value, role, id) ? Worth.BEHIND : ofAccount(value, account);
      case Requester.FederatedUser(
              AccountId account,
              Optional<Arn> user,
              String id,
              Arn session) -> {
        boolean isUser = is(value, user.map(Arn::toString).orElse(""), id);
        yield value.equals(session.toString())
            ? Worth.DIRECT
            : isAccount(value, account) ? Worth.ACCOUNT : isUser ? Worth.BEHIND : Worth.NOTHING;
      }
      case Requester.Service _,
          Requester.Federated _,
          Requester.CanonicalUser _,
          Requester.Anonymous _ ->
          Worth.NOTHING; // §7.3: never by an account.
    };
  }

  /// A principal is named by ARN or, as policies are stored, by unique id (§10.6). No wildcards,
  /// and with its case (§10.3, §10.5).
  private static boolean is(String value, Arn arn, String id) {
    return is(value, arn.toString(), id);
  }

  private static boolean is(String value, String arn, String id) {
    return !value.isEmpty() && (value.equals(arn) || value.equals(id));
  }

  private static String idOfSession(String roleId, Arn session) {
    String resource = session.resource();
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    return roleId.isEmpty() ? "" : roleId + ":" + name;
  }

  private static Worth ofAccount(String value, AccountId account) {
    return isAccount(value, account) ? Worth.ACCOUNT : Worth.NOTHING;
  }

  /// 12 digits, or the ARN of root, which means the account too (§7.2, §10.2).
  private static boolean isAccount(String value, AccountId account) {
    return value.equals(account.digits()) || value.equals("arn:aws:iam::" + account + ":root");
  }

  private static Worth direct(boolean isNamed) {
    return isNamed ? Worth.DIRECT : Worth.NOTHING;
  }
}
