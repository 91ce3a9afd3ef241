package io.claviger.service.iam.policy;

import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;

/// The operations on the policies of a user, managed and inline.
final class UserPolicies {

  private UserPolicies() {}

  static List<Operation<?, ?>> list(AttachablePolicies policies) {
    return List.of(
        new AttachPolicy<>(
            of(
                AttachUserPolicyRequest.class,
                "AttachUserPolicy",
                AttachUserPolicyRequest::userName),
            AttachUserPolicyRequest::policyArn,
            AttachUserPolicyResponse.builder().build(),
            policies),
        new DetachPolicy<>(
            of(
                DetachUserPolicyRequest.class,
                "DetachUserPolicy",
                DetachUserPolicyRequest::userName),
            DetachUserPolicyRequest::policyArn,
            DetachUserPolicyResponse.builder().build()),
        listAttached(),
        new PutInlinePolicy<>(
            of(PutUserPolicyRequest.class, "PutUserPolicy", PutUserPolicyRequest::userName),
            PutUserPolicyRequest::policyName,
            PutUserPolicyRequest::policyDocument,
            PutUserPolicyResponse.builder().build()),
        get(),
        new DeleteInlinePolicy<>(
            of(
                DeleteUserPolicyRequest.class,
                "DeleteUserPolicy",
                DeleteUserPolicyRequest::userName),
            DeleteUserPolicyRequest::policyName,
            DeleteUserPolicyResponse.builder().build()),
        listInline());
  }

  private static Operation<?, ?> listAttached() {
    return new ListAttachedPolicies<>(
        of(
            ListAttachedUserPoliciesRequest.class,
            "ListAttachedUserPolicies",
            ListAttachedUserPoliciesRequest::userName),
        input ->
            new ListAttachedPolicies.Wanted(
                input.pathPrefix(), Page.Request.of(input, input.maxItems(), input.marker())),
        page ->
            ListAttachedUserPoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build());
  }

  private static Operation<?, ?> get() {
    return new GetInlinePolicy<>(
        of(GetUserPolicyRequest.class, "GetUserPolicy", GetUserPolicyRequest::userName),
        GetUserPolicyRequest::policyName,
        found ->
            GetUserPolicyResponse.builder()
                .userName(found.holderName())
                .policyName(found.policyName())
                .policyDocument(found.document())
                .build());
  }

  private static Operation<?, ?> listInline() {
    return new ListInlinePolicies<>(
        of(ListUserPoliciesRequest.class, "ListUserPolicies", ListUserPoliciesRequest::userName),
        input -> Page.Request.of(input, input.maxItems(), input.marker()),
        page ->
            ListUserPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build());
  }

  private static <I> HolderInput<I> of(Class<I> type, String operation, Function<I, String> name) {
    return new HolderInput<>(type, "iam:" + operation, HolderKind.USER, name);
  }
}
