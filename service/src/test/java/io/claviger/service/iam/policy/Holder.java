package io.claviger.service.iam.policy;

import io.claviger.service.InMemoryIam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;

/// A user, group or role named `n` to put policies on: the requests of each kind, so that one test
/// is a test of all three.
enum Holder {
  USER("user") {
    @Override
    AwsRequest create() {
      return CreateUserRequest.builder().userName("n").build();
    }

    @Override
    AwsRequest attach(String arn) {
      return AttachUserPolicyRequest.builder().userName("n").policyArn(arn).build();
    }

    @Override
    AwsRequest detach(String arn) {
      return DetachUserPolicyRequest.builder().userName("n").policyArn(arn).build();
    }

    @Override
    Listed<AttachedPolicy> listAttached(
        InMemoryIam iam, @Nullable Integer most, @Nullable String marker, @Nullable String path) {
      var page =
          iam.call(
              ListAttachedUserPoliciesRequest.builder()
                  .userName("n")
                  .maxItems(most)
                  .marker(marker)
                  .pathPrefix(path)
                  .build(),
              ListAttachedUserPoliciesResponse.class);
      return new Listed<>(page.attachedPolicies(), page.isTruncated(), page.marker());
    }

    @Override
    AwsRequest put(String policy, String document) {
      return PutUserPolicyRequest.builder()
          .userName("n")
          .policyName(policy)
          .policyDocument(document)
          .build();
    }

    @Override
    AwsRequest get(String policy) {
      return GetUserPolicyRequest.builder().userName("n").policyName(policy).build();
    }

    @Override
    List<String> got(AwsResponse answer) {
      var got = (GetUserPolicyResponse) answer;
      return List.of(got.userName(), got.policyName(), got.policyDocument());
    }

    @Override
    AwsRequest delete(String policy) {
      return DeleteUserPolicyRequest.builder().userName("n").policyName(policy).build();
    }

    @Override
    Listed<String> list(InMemoryIam iam, @Nullable Integer most, @Nullable String marker) {
      var page =
          iam.call(
              ListUserPoliciesRequest.builder().userName("n").maxItems(most).marker(marker).build(),
              ListUserPoliciesResponse.class);
      return new Listed<>(page.policyNames(), page.isTruncated(), page.marker());
    }
  },
  GROUP("group") {
    @Override
    AwsRequest create() {
      return CreateGroupRequest.builder().groupName("n").build();
    }

    @Override
    AwsRequest attach(String arn) {
      return AttachGroupPolicyRequest.builder().groupName("n").policyArn(arn).build();
    }

    @Override
    AwsRequest detach(String arn) {
      return DetachGroupPolicyRequest.builder().groupName("n").policyArn(arn).build();
    }

    @Override
    Listed<AttachedPolicy> listAttached(
        InMemoryIam iam, @Nullable Integer most, @Nullable String marker, @Nullable String path) {
      var page =
          iam.call(
              ListAttachedGroupPoliciesRequest.builder()
                  .groupName("n")
                  .maxItems(most)
                  .marker(marker)
                  .pathPrefix(path)
                  .build(),
              ListAttachedGroupPoliciesResponse.class);
      return new Listed<>(page.attachedPolicies(), page.isTruncated(), page.marker());
    }

    @Override
    AwsRequest put(String policy, String document) {
      return PutGroupPolicyRequest.builder()
          .groupName("n")
          .policyName(policy)
          .policyDocument(document)
          .build();
    }

    @Override
    AwsRequest get(String policy) {
      return GetGroupPolicyRequest.builder().groupName("n").policyName(policy).build();
    }

    @Override
    List<String> got(AwsResponse answer) {
      var got = (GetGroupPolicyResponse) answer;
      return List.of(got.groupName(), got.policyName(), got.policyDocument());
    }

    @Override
    AwsRequest delete(String policy) {
      return DeleteGroupPolicyRequest.builder().groupName("n").policyName(policy).build();
    }

    @Override
    Listed<String> list(InMemoryIam iam, @Nullable Integer most, @Nullable String marker) {
      var page =
          iam.call(
              ListGroupPoliciesRequest.builder()
                  .groupName("n")
                  .maxItems(most)
                  .marker(marker)
                  .build(),
              ListGroupPoliciesResponse.class);
      return new Listed<>(page.policyNames(), page.isTruncated(), page.marker());
    }
  },
  ROLE("role") {
    @Override
    AwsRequest create() {
      return CreateRoleRequest.builder()
          .roleName("n")
          .assumeRolePolicyDocument(Documents.EC2_TRUST)
          .build();
    }

    @Override
    AwsRequest attach(String arn) {
      return AttachRolePolicyRequest.builder().roleName("n").policyArn(arn).build();
    }

    @Override
    AwsRequest detach(String arn) {
      return DetachRolePolicyRequest.builder().roleName("n").policyArn(arn).build();
    }

    @Override
    Listed<AttachedPolicy> listAttached(
        InMemoryIam iam, @Nullable Integer most, @Nullable String marker, @Nullable String path) {
      var page =
          iam.call(
              ListAttachedRolePoliciesRequest.builder()
                  .roleName("n")
                  .maxItems(most)
                  .marker(marker)
                  .pathPrefix(path)
                  .build(),
              ListAttachedRolePoliciesResponse.class);
      return new Listed<>(page.attachedPolicies(), page.isTruncated(), page.marker());
    }

    @Override
    AwsRequest put(String policy, String document) {
      return PutRolePolicyRequest.builder()
          .roleName("n")
          .policyName(policy)
          .policyDocument(document)
          .build();
    }

    @Override
    AwsRequest get(String policy) {
      return GetRolePolicyRequest.builder().roleName("n").policyName(policy).build();
    }

    @Override
    List<String> got(AwsResponse answer) {
      var got = (GetRolePolicyResponse) answer;
      return List.of(got.roleName(), got.policyName(), got.policyDocument());
    }

    @Override
    AwsRequest delete(String policy) {
      return DeleteRolePolicyRequest.builder().roleName("n").policyName(policy).build();
    }

    @Override
    Listed<String> list(InMemoryIam iam, @Nullable Integer most, @Nullable String marker) {
      var page =
          iam.call(
              ListRolePoliciesRequest.builder().roleName("n").maxItems(most).marker(marker).build(),
              ListRolePoliciesResponse.class);
      return new Listed<>(page.policyNames(), page.isTruncated(), page.marker());
    }
  };

  private final String word;

  Holder(String word) {
    this.word = word;
  }

  /// One page as answered.
  record Listed<T>(List<T> items, boolean isTruncated, @Nullable String marker) {}

  String word() {
    return word;
  }

  /// The kind as it stands in the names of operations.
  String title() {
    return name().charAt(0) + word.substring(1);
  }

  /// Makes the user, group or role.
  abstract AwsRequest create();

  abstract AwsRequest attach(String arn);

  abstract AwsRequest detach(String arn);

  abstract Listed<AttachedPolicy> listAttached(
      InMemoryIam iam, @Nullable Integer most, @Nullable String marker, @Nullable String path);

  abstract AwsRequest put(String policy, String document);

  abstract AwsRequest get(String policy);

  /// The holder's name, the policy's and the document of an answer.
  abstract List<String> got(AwsResponse answer);

  abstract AwsRequest delete(String policy);

  abstract Listed<String> list(InMemoryIam iam, @Nullable Integer most, @Nullable String marker);
}
