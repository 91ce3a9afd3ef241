package io.claviger.service.iam.policy;

import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;
import java.util.stream.Stream;

/// The operations on managed policies, on attachments and on inline policies.
public final class PolicyOperations {

  private PolicyOperations() {}

  public static List<Operation<?, ?>> list(AttachablePolicies policies) {
    return Stream.of(
            managed(policies),
            UserPolicies.list(policies),
            GroupPolicies.list(policies),
            RolePolicies.list(policies))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation<?, ?>> managed(AttachablePolicies policies) {
    return List.of(
        new CreatePolicy(),
        new GetPolicy(policies),
        new ListPolicies(policies),
        new DeletePolicy(policies),
        new CreatePolicyVersion(policies),
        new GetPolicyVersion(policies),
        new ListPolicyVersions(policies),
        new SetDefaultPolicyVersion(policies),
        new DeletePolicyVersion(policies),
        new ListEntitiesForPolicy(policies));
  }
}
