package io.claviger.service.iam.lastaccess;

import io.claviger.reference.ServiceReference;
import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;

/// The operations on access to services.
public final class LastAccessOperations {

  private LastAccessOperations() {}

  public static List<Operation<?, ?>> list(
      AttachablePolicies policies, ServiceReference reference) {
    return List.of(
        new ListPoliciesGrantingServiceAccess(policies, reference),
        new GenerateServiceLastAccessedDetails(policies, reference),
        new GetServiceLastAccessedDetails(reference),
        new GetServiceLastAccessedDetailsWithEntities(reference),
        new GenerateOrganizationsAccessReport(),
        new GetOrganizationsAccessReport());
  }
}
