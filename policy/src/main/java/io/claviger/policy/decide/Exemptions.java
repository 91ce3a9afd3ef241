package io.claviger.policy.decide;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.PolicyKind;

/// Requests that policies have no say over, whatever they say.
///
/// AWS rule: STS API Reference, "GetCallerIdentity" and "GetSessionToken"; Organizations User
/// Guide, "Service control policies", tasks and entities not restricted, and "Resource control
/// policies", resources and entities not restricted.
final class Exemptions {

  private static final String STS = "sts:";
  private static final String CALLER_IDENTITY = "sts:getcalleridentity";
  private static final String SESSION_TOKEN = "sts:getsessiontoken";

  private static final String MECHANICAL_TURK = "mechanicalturk:";
  private static final String SUPPORT_PLANS = "supportplans:";

  private static final String RETIRE_GRANT = "kms:retiregrant";
  private static final String SERVICE_LINKED_ROLE = ":role/aws-service-role/";

  private Exemptions() {}

  /// Whether whoever has credentials may do it. No policy can allow or deny it.
  static boolean needsNoPermission(Requester requester, AccessRequest request) {
    String action = request.action();
    if (!startsWith(action, STS)) {
      return false;
    }
    return switch (requester) {
      case Requester.Root _,
          Requester.IamUser _,
          Requester.RoleSession _,
          Requester.FederatedUser _ ->
          is(action, CALLER_IDENTITY) || is(action, SESSION_TOKEN);
      case Requester.Service _,
          Requester.Federated _,
          Requester.CanonicalUser _,
          Requester.Anonymous _ ->
          false;
    };
  }

  /// The slots of layers that have no say over such a request.
  ///
  /// @param limits the slots that there are
  static long slots(Requester requester, AccessRequest request, long limits) {
    long serviceControl = limits & Slots.of(Layer.SERVICE_CONTROL);
    long resourceControl = limits & Slots.of(Layer.RESOURCE_CONTROL);
    long exempt = 0;
    if (serviceControl != 0 && isFreeOfServiceControl(requester, request)) {
      exempt |= serviceControl;
    }
    if (resourceControl != 0 && isFreeOfResourceControl(request)) {
      exempt |= resourceControl;
    }
    return exempt;
  }

  /// Of the tasks that AWS lists, these have actions: Mechanical Turk's, and changing the support
  /// plan as the root user.
  private static boolean isFreeOfServiceControl(Requester requester, AccessRequest request) {
    return startsWith(request.action(), MECHANICAL_TURK)
        || (requester instanceof Requester.Root && startsWith(request.action(), SUPPORT_PLANS));
  }

  /// The permission to retire a grant, and the trust policies of service-linked roles.
  private static boolean isFreeOfResourceControl(AccessRequest request) {
    return is(request.action(), RETIRE_GRANT)
        || (request.resource().contains(SERVICE_LINKED_ROLE)
            && PolicyKind.ofResource(request.action(), request.resource()) == PolicyKind.TRUST);
  }

  /// @param start in lower case
  private static boolean startsWith(String action, String start) {
    for (int i = 0; i < start.length(); i++) {
      if (i == action.length() || AsciiCase.lower(action.charAt(i)) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(String action, String name) {
    return action.length() == name.length() && startsWith(action, name);
  }
}
