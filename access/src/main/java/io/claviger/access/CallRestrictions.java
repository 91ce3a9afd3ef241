package io.claviger.access;

import io.claviger.wire.ServiceError;
import java.util.Optional;
import java.util.Set;

/// What some credentials may not call at all, whatever policies say.
///
/// AWS rule: STS API Reference, "GetSessionToken" and "GetFederationToken", "Permissions";
/// "AssumeRole" for the root user. What delegated credentials may not do, AWS does not publish.
public final class CallRestrictions {

  private static final Set<String> WITH_SESSION_TOKEN = Set.of("AssumeRole", "GetCallerIdentity");
  private static final Set<String> WITH_FEDERATION = Set.of("GetCallerIdentity");
  private static final Set<String> WITH_DELEGATION = Set.of("GetCallerIdentity");

  /// Whoever has been delegated something takes no part in further delegations.
  private static final Set<String> NOT_BY_DELEGATES =
      Set.of(
          "AcceptDelegationRequest",
          "AssociateDelegationRequest",
          "CreateDelegationRequest",
          "RejectDelegationRequest",
          "SendDelegationToken",
          "UpdateDelegationRequest");

  private static final Set<String> LONG_TERM_ONLY = Set.of("GetSessionToken", "GetFederationToken");

  private CallRestrictions() {}

  /// Why the caller may not call this; empty if it may, as far as its kind of credentials goes.
  ///
  /// @param service the service's namespace, `sts`
  /// @param operation the operation's name, `AssumeRole`
  public static Optional<ServiceError> find(Caller caller, String service, String operation) {
    return switch (service) {
      case "iam" -> iam(caller, operation);
      case "sts" -> sts(caller, operation);
      default -> Optional.empty();
    };
  }

  private static Optional<ServiceError> iam(Caller caller, String operation) {
    Session session = caller.session();
    if (session != null
        && session.kind() == Session.Kind.DELEGATED
        && NOT_BY_DELEGATES.contains(operation)) {
      return Optional.of(AccessErrors.notWithDelegatedCredentials(operation));
    }
    boolean isUnknown =
        session != null
            && switch (session.kind()) {
              case ASSUMED_ROLE, DELEGATED -> false;
              case SESSION_TOKEN -> !session.hasMfa();
              case FEDERATION -> true;
            };
    return isUnknown ? Optional.of(AccessErrors.credentialsUnknownToIam()) : Optional.empty();
  }

  private static Optional<ServiceError> sts(Caller caller, String operation) {
    if (caller instanceof Caller.Root && operation.equals("AssumeRole")) {
      return Optional.of(AccessErrors.rolesNotAssumedByRoot());
    }
    Session session = caller.session();
    boolean isRefused =
        session != null
            && switch (session.kind()) {
              case ASSUMED_ROLE -> LONG_TERM_ONLY.contains(operation);
              case SESSION_TOKEN -> !WITH_SESSION_TOKEN.contains(operation);
              case FEDERATION -> !WITH_FEDERATION.contains(operation);
              case DELEGATED -> !WITH_DELEGATION.contains(operation);
            };
    return isRefused
        ? Optional.of(AccessErrors.notWithSessionCredentials(operation))
        : Optional.empty();
  }
}
