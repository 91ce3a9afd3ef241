package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.AttachablePolicy;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

/// Lists the account's own policies by name, then AWS's.
///
/// Permissions: `iam:ListPolicies` on the policies under the path prefix.
record ListPolicies(AttachablePolicies policies)
    implements ReadOperation<ListPoliciesRequest, ListPoliciesResponse> {

  private static final String OWN = "L/";
  private static final String OF_AWS = "A/";

  @Override
  public Class<ListPoliciesRequest> input() {
    return ListPoliciesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListPoliciesRequest input, Call call, View view) {
    return List.of(
        IamResources.listed(view.home(), "iam:ListPolicies", "policy", input.pathPrefix()));
  }

  @Override
  public ListPoliciesResponse run(ListPoliciesRequest input, Call call, View view) {
    Account home = view.home();
    Page<Policy> page =
        Page.of(
                Page.Request.of(input, input.maxItems(), input.marker()),
                after -> from(home, input, after),
                ListPolicies::key,
                policy -> isWanted(home, input, policy))
            .map(policy -> PolicyShapes.listed(home, policy).build());
    return ListPoliciesResponse.builder()
        .policies(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private Stream<AttachablePolicy> from(
      Account home, ListPoliciesRequest input, @Nullable String after) {
    PolicyScopeType scope = Objects.requireNonNullElse(input.scope(), PolicyScopeType.ALL);
    String afterOwn = after(OWN, after);
    String afterOfAws = after(OF_AWS, after);
    if (after != null && afterOwn == null && afterOfAws == null) {
      throw IamErrors.invalidMarker();
    }
    Stream<AttachablePolicy> own =
        scope == PolicyScopeType.AWS || afterOfAws != null
            ? Stream.empty()
            : policies.own(home, afterOwn);
    return scope == PolicyScopeType.LOCAL ? own : Stream.concat(own, policies.ofAws(afterOfAws));
  }

  private static @Nullable String after(String part, @Nullable String marker) {
    return marker != null && marker.startsWith(part) ? marker.substring(part.length()) : null;
  }

  private static String key(AttachablePolicy policy) {
    return (policy instanceof AttachablePolicy.Own ? OWN : OF_AWS) + policy.name();
  }

  private static boolean isWanted(
      Account home, ListPoliciesRequest input, AttachablePolicy policy) {
    PolicyUsage usage = PolicyUsage.of(input.policyUsageFilter());
    return (input.pathPrefix() == null || policy.path().startsWith(input.pathPrefix()))
        && (usage.isEither() || usage.isUsed(home, policy.arn()))
        && (!Boolean.TRUE.equals(input.onlyAttached()) || usage.isUsed(home, policy.arn()));
  }
}
