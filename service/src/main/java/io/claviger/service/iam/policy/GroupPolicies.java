package io.claviger.service.iam.policy;

import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyResponse;

/// The operations on the policies of a group, managed and inline.
final class GroupPolicies {

  private GroupPolicies() {}

  static List<Operation<?, ?>> list(AttachablePolicies policies) {
    return List.of(
        new AttachPolicy<>(
            of(
                AttachGroupPolicyRequest.class,
                "AttachGroupPolicy",
                AttachGroupPolicyRequest::groupName),
            AttachGroupPolicyRequest::policyArn,
            AttachGroupPolicyResponse.builder().build(),
            policies),
        new DetachPolicy<>(
            of(
                DetachGroupPolicyRequest.class,
                "DetachGroupPolicy",
                DetachGroupPolicyRequest::groupName),
            DetachGroupPolicyRequest::policyArn,
            DetachGroupPolicyResponse.builder().build()),
        listAttached(),
        new PutInlinePolicy<>(
            of(PutGroupPolicyRequest.class, "PutGroupPolicy", PutGroupPolicyRequest::groupName),
            PutGroupPolicyRequest::policyName,
            PutGroupPolicyRequest::policyDocument,
            PutGroupPolicyResponse.builder().build()),
        get(),
        new DeleteInlinePolicy<>(
            of(
                DeleteGroupPolicyRequest.class,
                "DeleteGroupPolicy",
                DeleteGroupPolicyRequest::groupName),
            DeleteGroupPolicyRequest::policyName,
            DeleteGroupPolicyResponse.builder().build()),
        listInline());
  }

  private static Operation<?, ?> listAttached() {
    return new ListAttachedPolicies<>(
        of(
            ListAttachedGroupPoliciesRequest.class,
            "ListAttachedGroupPolicies",
            ListAttachedGroupPoliciesRequest::groupName),
        input ->
            new ListAttachedPolicies.Wanted(
                input.pathPrefix(), Page.Request.of(input, input.maxItems(), input.marker())),
        page ->
            ListAttachedGroupPoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build());
  }

  private static Operation<?, ?> get() {
    return new GetInlinePolicy<>(
        of(GetGroupPolicyRequest.class, "GetGroupPolicy", GetGroupPolicyRequest::groupName),
        GetGroupPolicyRequest::policyName,
        found ->
            GetGroupPolicyResponse.builder()
                .groupName(found.holderName())
                .policyName(found.policyName())
                .policyDocument(found.document())
                .build());
  }

  private static Operation<?, ?> listInline() {
    return new ListInlinePolicies<>(
        of(
            ListGroupPoliciesRequest.class,
            "ListGroupPolicies",
            ListGroupPoliciesRequest::groupName),
        input -> Page.Request.of(input, input.maxItems(), input.marker()),
        page ->
            ListGroupPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build());
  }

  private static <I> HolderInput<I> of(Class<I> type, String operation, Function<I, String> name) {
    return new HolderInput<>(type, "iam:" + operation, HolderKind.GROUP, name);
  }
}
