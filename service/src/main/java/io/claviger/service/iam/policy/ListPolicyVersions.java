package io.claviger.service.iam.policy;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.AttachablePolicy;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/// Lists the versions of a managed policy, newest first, without their documents.
///
/// Permissions: `iam:ListPolicyVersions` on the policy.
record ListPolicyVersions(AttachablePolicies policies)
    implements ReadOperation<ListPolicyVersionsRequest, ListPolicyVersionsResponse> {

  @Override
  public Class<ListPolicyVersionsRequest> input() {
    return ListPolicyVersionsRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListPolicyVersionsRequest input, Call call, View view) {
    return List.of(IamResources.policy(view.home(), "iam:ListPolicyVersions", input.policyArn()));
  }

  @Override
  public ListPolicyVersionsResponse run(ListPolicyVersionsRequest input, Call call, View view) {
    AttachablePolicy policy = policies.require(input.policyArn(), view.home());
    Page<PolicyVersion> page =
        Page.ofShort(
                Page.Request.of(input, input.maxItems(), input.marker()),
                policy.versions(),
                ListPolicyVersions::newestFirst)
            .map(version -> PolicyShapes.version(policy, version, null));
    return ListPolicyVersionsResponse.builder()
        .versions(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static String newestFirst(AttachablePolicy.Version version) {
    return "%010d".formatted(Integer.MAX_VALUE - version.number());
  }
}
