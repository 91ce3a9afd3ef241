package io.claviger.service.iam.lastaccess;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.ResourceElement;
import io.claviger.reference.Service;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a policy, looked at for itself, grants access to a service.
///
/// It does where it allows any action of the service, one that does not exist too, on a resource
/// that can be the service's, whatever the conditions; but not where it denies all of the service
/// on all resources without a condition. Narrower denials do not count. So IAM is seen to answer.
///
/// AWS rule: IAM API Reference, "ListPoliciesGrantingServiceAccess": "This operation does not use
/// other policy types when determining whether a resource could access a service."
record ServiceGrant(String namespace, Set<String> arnServices) {

  private static final String ANY = "*";
  private static final int SERVICE_FIELD = 2;

  static ServiceGrant of(Service service) {
    Set<String> arnServices =
        service.resourceTypes().stream()
            .map(type -> ArnFields.field(type.arnFormat(), SERVICE_FIELD))
            .collect(Collectors.toSet());
    arnServices.add(service.prefix());
    return new ServiceGrant(service.prefix(), Set.copyOf(arnServices));
  }

  boolean isIn(PolicyDocument document) {
    return document.statements().stream().anyMatch(this::allows)
        && document.statements().stream().noneMatch(this::deniesAll);
  }

  private boolean allows(Statement statement) {
    return statement.effect() == Effect.ALLOW
        && isAboutSome(statement.action())
        && statement.resource().map(this::mayBeOurs).orElse(true);
  }

  private boolean deniesAll(Statement statement) {
    return statement.effect() == Effect.DENY
        && statement.conditions().isEmpty()
        && isAboutAll(statement.action())
        && statement
            .resource()
            .map(resource -> !resource.isNegated() && resource.patterns().contains(ANY))
            .orElse(true);
  }

  private boolean isAboutSome(ActionElement action) {
    return action.isNegated()
        ? action.patterns().stream().noneMatch(this::isAll)
        : action.patterns().stream().anyMatch(this::isOurs);
  }

  private boolean isAboutAll(ActionElement action) {
    return action.isNegated()
        ? action.patterns().stream().noneMatch(this::isOurs)
        : action.patterns().stream().anyMatch(this::isAll);
  }

  private boolean isAll(String actionPattern) {
    return actionPattern.equals(ANY) || actionPattern.equalsIgnoreCase(namespace + ":*");
  }

  private boolean isOurs(String actionPattern) {
    return actionPattern.equals(ANY)
        || ArnFields.field(actionPattern, 0).equalsIgnoreCase(namespace);
  }

  private boolean mayBeOurs(ResourceElement resource) {
    return resource.isNegated()
        ? !resource.patterns().contains(ANY)
        : resource.patterns().stream().anyMatch(this::mayBeOurs);
  }

  private boolean mayBeOurs(String resourcePattern) {
    String service = ArnFields.field(resourcePattern, SERVICE_FIELD);
    return ArnFields.hasWildcard(service)
        || (service.isEmpty() && ArnFields.hasWildcard(resourcePattern))
        || arnServices.contains(service);
  }
}
