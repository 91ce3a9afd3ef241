package io.claviger.service.iam.policy;

import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/// The operations on the policies of a role, managed and inline.
final class RolePolicies {

  private RolePolicies() {}

  static List<Operation<?, ?>> list(AttachablePolicies policies) {
    return List.of(
        new AttachPolicy<>(
            of(
                AttachRolePolicyRequest.class,
                "AttachRolePolicy",
                AttachRolePolicyRequest::roleName),
            AttachRolePolicyRequest::policyArn,
            AttachRolePolicyResponse.builder().build(),
            policies),
        new DetachPolicy<>(
            of(
                DetachRolePolicyRequest.class,
                "DetachRolePolicy",
                DetachRolePolicyRequest::roleName),
            DetachRolePolicyRequest::policyArn,
            DetachRolePolicyResponse.builder().build()),
        listAttached(),
        new PutInlinePolicy<>(
            of(PutRolePolicyRequest.class, "PutRolePolicy", PutRolePolicyRequest::roleName),
            PutRolePolicyRequest::policyName,
            PutRolePolicyRequest::policyDocument,
            PutRolePolicyResponse.builder().build()),
        get(),
        new DeleteInlinePolicy<>(
            of(
                DeleteRolePolicyRequest.class,
                "DeleteRolePolicy",
                DeleteRolePolicyRequest::roleName),
            DeleteRolePolicyRequest::policyName,
            DeleteRolePolicyResponse.builder().build()),
        listInline());
  }

  private static Operation<?, ?> listAttached() {
    return new ListAttachedPolicies<>(
        of(
            ListAttachedRolePoliciesRequest.class,
            "ListAttachedRolePolicies",
            ListAttachedRolePoliciesRequest::roleName),
        input ->
            new ListAttachedPolicies.Wanted(
                input.pathPrefix(), Page.Request.of(input, input.maxItems(), input.marker())),
        page ->
            ListAttachedRolePoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build());
  }

  private static Operation<?, ?> get() {
    return new GetInlinePolicy<>(
        of(GetRolePolicyRequest.class, "GetRolePolicy", GetRolePolicyRequest::roleName),
        GetRolePolicyRequest::policyName,
        found ->
            GetRolePolicyResponse.builder()
                .roleName(found.holderName())
                .policyName(found.policyName())
                .policyDocument(found.document())
                .build());
  }

  private static Operation<?, ?> listInline() {
    return new ListInlinePolicies<>(
        of(ListRolePoliciesRequest.class, "ListRolePolicies", ListRolePoliciesRequest::roleName),
        input -> Page.Request.of(input, input.maxItems(), input.marker()),
        page ->
            ListRolePoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build());
  }

  private static <I> HolderInput<I> of(Class<I> type, String operation, Function<I, String> name) {
    return new HolderInput<>(type, "iam:" + operation, HolderKind.ROLE, name);
  }
}
