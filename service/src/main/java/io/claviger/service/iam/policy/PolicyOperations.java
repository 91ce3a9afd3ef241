package io.claviger.service.iam.policy;

import io.claviger.account.Quotas;
import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;
import java.util.stream.Stream;

/// The operations on managed policies, on attachments and on inline policies.
public final class PolicyOperations {

  private PolicyOperations() {}

  public static List<Operation<?, ?>> list(Quotas quotas, AttachablePolicies policies) {
    return Stream.of(
            managed(quotas, policies),
            UserPolicies.list(quotas, policies),
            GroupPolicies.list(quotas, policies),
            RolePolicies.list(quotas, policies))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation<?, ?>> managed(Quotas quotas, AttachablePolicies policies) {
    return List.of(
        new CreatePolicy(quotas),
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
