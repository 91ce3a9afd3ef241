package io.claviger.service.iam.simulate;

import io.claviger.access.PrincipalPolicies;
import io.claviger.service.Operation;
import java.util.List;

/// The operations of the policy simulator.
public final class SimulationOperations {

  private SimulationOperations() {}

  /// The operations that are built.
  ///
  /// @param policies collects what a user, group or role has
  public static List<Operation<?, ?>> list(PrincipalPolicies policies) {
    return List.of(
        new SimulateCustomPolicy(),
        new SimulatePrincipalPolicy(policies),
        new GetContextKeysForCustomPolicy(),
        new GetContextKeysForPrincipalPolicy(policies));
  }
}
