package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.EntityKind;
import io.claviger.account.Ids;
import io.claviger.account.Quota;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicy;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamQuotas;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;

/// Makes a customer managed policy with its first version.
///
/// Permissions: `iam:CreatePolicy` on the new policy; with tags also `iam:TagPolicy`.
record CreatePolicy() implements WriteOperation<CreatePolicyRequest, CreatePolicyResponse> {

  @Override
  public Class<CreatePolicyRequest> input() {
    return CreatePolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreatePolicyRequest input, Call call, View view) {
    return IamResources.creating(
        IamResources.toBe(
            view.home(), "iam:CreatePolicy", "policy", input.path(), input.policyName()),
        "iam:TagPolicy",
        IamTags.given(input.tags()),
        null);
  }

  @Override
  public Outcome<CreatePolicyResponse> run(CreatePolicyRequest input, Call call, View view) {
    Account home = view.home();
    if (home.policies().named(input.policyName()).isPresent()) {
      throw IamErrors.policyNameTaken(input.policyName());
    }
    IamQuotas.requireRoom(Quota.POLICIES, EntityKind.CUSTOMER_POLICY, home);
    ManagedDocument.require(input.policyDocument());
    CustomerPolicy policy =
        CustomerPolicy.create(
            call.ids().uniqueId(Ids.Prefix.ANPA),
            Objects.requireNonNullElse(input.path(), "/"),
            input.policyName(),
            call.now(),
            IamTags.of(input.tags(), "TagsPerPolicy"),
            Objects.requireNonNullElse(input.description(), ""),
            input.policyDocument());
    AttachablePolicy shown = new AttachablePolicy.Own(policy, policy.arn(home.id()));
    return new Outcome<>(
        Change.put(policy),
        CreatePolicyResponse.builder().policy(PolicyShapes.created(home, shown)).build());
  }
}
