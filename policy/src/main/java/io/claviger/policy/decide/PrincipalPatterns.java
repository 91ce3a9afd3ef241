package io.claviger.policy.decide;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A compiled `Principal` or `NotPrincipal`. Names are compared exactly; there are no wildcards but
/// the lone `*`.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal" and "NotPrincipal".
final class PrincipalPatterns {

  private final boolean isNegated;
  private final boolean hasEveryone;
  private final Set<AccountId> accounts;
  private final Set<Arn> arns;
  private final Set<String> uniqueIds;
  private final Set<String> services;
  private final Set<String> providers;
  private final Set<String> canonicalIds;

  private PrincipalPatterns(boolean isNegated, Names names) {
    this.isNegated = isNegated;
    this.hasEveryone = names.hasEveryone;
    this.accounts = Set.copyOf(names.accounts);
    this.arns = Set.copyOf(names.arns);
    this.uniqueIds = Set.copyOf(names.uniqueIds);
    this.services = Set.copyOf(names.services);
    this.providers = Set.copyOf(names.providers);
    this.canonicalIds = Set.copyOf(names.canonicalIds);
  }

  static PrincipalPatterns of(PrincipalElement element) {
    Names names = new Names();
    element.names().forEach(names::add);
    return new PrincipalPatterns(element.isNegated(), names);
  }

  /// The names by what they are.
  private static final class Names {

    private final Set<AccountId> accounts = new HashSet<>();
    private final Set<Arn> arns = new HashSet<>();
    private final Set<String> uniqueIds = new HashSet<>();
    private final Set<String> services = new HashSet<>();
    private final Set<String> providers = new HashSet<>();
    private final Set<String> canonicalIds = new HashSet<>();
    private boolean hasEveryone;

    void add(PrincipalName name) {
      switch (name.type()) {
        case ANYONE -> hasEveryone = true;
        case AWS -> addAws(name.value());
        case SERVICE -> services.add(name.value());
        case FEDERATED -> providers.add(name.value());
        case CANONICAL_USER -> canonicalIds.add(name.value());
      }
    }

    private void addAws(String value) {
      Optional<Arn> arn = Arn.find(value);
      if (value.equals("*")) {
        hasEveryone = true;
      } else if (arn.isEmpty()) {
        AccountId.find(value).ifPresentOrElse(accounts::add, () -> addId(value));
      } else if (isRoot(arn.get())) {
        arn.get().accountId().ifPresent(accounts::add);
      } else {
        arns.add(arn.get());
      }
    }

    /// No id names nobody: that of a requester may be empty, where it is not known.
    private void addId(String value) {
      if (!value.isEmpty() && value.charAt(0) != ':') {
        uniqueIds.add(value);
      }
    }
  }

  /// The ARN of the root user, which stands for its account. That of another partition is nobody's.
  private static boolean isRoot(Arn arn) {
    return arn.accountId().filter(account -> arn.equals(Arn.iam(account, "root"))).isPresent();
  }

  boolean isNegated() {
    return isNegated;
  }

  /// Whether everyone is meant, also who is not known.
  boolean isEveryone() {
    return hasEveryone && !isNegated;
  }

  /// How the names get hold of the requester; not to be asked of a `NotPrincipal`.
  Grip grip(Requester requester) {
    if (hasEveryone) {
      return Grip.DIRECT;
    }
    return switch (requester) {
      case Requester.Root root -> direct(accounts.contains(root.account()));
      case Requester.IamUser user ->
          names(user.arn(), user.uniqueId()) ? Grip.DIRECT : account(user.account());
      case Requester.RoleSession session -> {
        if (namesSession(session)) {
          yield Grip.DIRECT;
        }
        boolean namesRole = names(session.roleArn(), session.roleId());
        yield namesRole ? Grip.BEHIND_SESSION : account(session.account());
      }
      case Requester.FederatedUser user -> {
        if (arns.contains(user.sessionArn())) {
          yield Grip.DIRECT;
        }
        boolean namesUser = names(user.userArn()) || uniqueIds.contains(user.userId());
        yield namesUser ? Grip.BEHIND_SESSION : account(user.account());
      }
      case Requester.Service service -> direct(services.contains(service.principal()));
      case Requester.Federated federated -> direct(providers.contains(federated.provider()));
      case Requester.CanonicalUser user -> direct(canonicalIds.contains(user.id()));
      case Requester.Anonymous _ -> Grip.NONE;
    };
  }

  /// Whether a `NotPrincipal` leaves the requester out: it must list the requester, what stands
  /// behind it and the account.
  boolean excepts(Requester requester) {
    if (hasEveryone) {
      return true;
    }
    return switch (requester) {
      case Requester.Root root -> accounts.contains(root.account());
      case Requester.IamUser user ->
          accounts.contains(user.account()) && names(user.arn(), user.uniqueId());
      case Requester.RoleSession session ->
          accounts.contains(session.account())
              && names(session.roleArn(), session.roleId())
              && namesSession(session);
      case Requester.FederatedUser user ->
          accounts.contains(user.account()) && arns.contains(user.sessionArn());
      case Requester.Service service -> services.contains(service.principal());
      case Requester.Federated federated -> providers.contains(federated.provider());
      case Requester.CanonicalUser user -> canonicalIds.contains(user.id());
      case Requester.Anonymous _ -> false;
    };
  }

  private boolean names(Arn arn, String uniqueId) {
    return arns.contains(arn) || uniqueIds.contains(uniqueId);
  }

  /// By its ARN, or as stored policies name it: `AROA…:session`.
  private boolean namesSession(Requester.RoleSession session) {
    return session
        .sessionArn()
        .filter(arn ->
            arns.contains(arn)
                || uniqueIds.contains(session.roleId() + ':' + lastPart(arn.resource())))
        .isPresent();
  }

  private static String lastPart(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  private boolean names(Optional<Arn> arn) {
    return arn.isPresent() && arns.contains(arn.get());
  }

  private Grip account(AccountId account) {
    return accounts.contains(account) ? Grip.ACCOUNT : Grip.NONE;
  }

  private static Grip direct(boolean isNamed) {
    return isNamed ? Grip.DIRECT : Grip.NONE;
  }
}
