package io.claviger.service.iam.delegation;

import io.claviger.access.Authorizer;
import io.claviger.access.PrincipalPolicies;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Operation;
import java.util.List;

/// The operations on delegation requests.
public final class DelegationOperations {

  private DelegationOperations() {}

  /// The operations that are built.
  ///
  /// @param principals collects what applies to a user or role
  /// @param reference knows the services by name
  public static List<Operation<?, ?>> list(
      PartnerSetup setup, PrincipalPolicies principals, ServiceReference reference) {
    Told told = new Told(setup.notices());
    return List.of(
        new CreateDelegationRequest(setup.partners()),
        new GetDelegationRequest(new PermissionCheck(new Authorizer(principals))),
        new GetHumanReadableSummary(reference),
        new ListDelegationRequests(),
        new AssociateDelegationRequest(told),
        new UpdateDelegationRequest(told),
        new AcceptDelegationRequest(told),
        new RejectDelegationRequest(told),
        new SendDelegationToken(setup.notices(), setup.tokens()));
  }
}
