package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.base.Arn;
import io.claviger.service.iam.AttachablePolicy;
import io.claviger.service.iam.IamTags;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/// Managed policies and their versions as answers have them.
public final class PolicyShapes {

  private PolicyShapes() {}

  /// The policy as lists have it: without its description and tags.
  ///
  /// AWS rule: IAM API Reference, "Policy", `Description`; "ListPolicies", on the attributes that
  /// listing operations leave out.
  static Policy.Builder listed(Account home, AttachablePolicy policy) {
    return Policy.builder()
        .policyName(policy.name())
        .policyId(policy.id())
        .arn(policy.arn().toString())
        .path(policy.path())
        .defaultVersionId(policy.defaultVersionId())
        .attachmentCount(home.attachedCount(policy.arn()))
        .permissionsBoundaryUsageCount(home.boundedCount(policy.arn()))
        .isAttachable(true)
        .createDate(policy.created())
        .updateDate(policy.updated());
  }

  /// The policy with all that is known of it.
  static Policy whole(Account home, AttachablePolicy policy) {
    return listed(home, policy)
        .description(policy.description().isEmpty() ? null : policy.description())
        .tags(IamTags.shown(policy.tags().all()))
        .build();
  }

  /// The policy as its creation answers: without its description.
  static Policy created(Account home, AttachablePolicy policy) {
    return listed(home, policy)
        .tags(policy.tags().all().isEmpty() ? null : IamTags.shown(policy.tags().all()))
        .build();
  }

  /// A managed policy as those show it that it is attached to.
  public static AttachedPolicy attached(Arn policy) {
    return AttachedPolicy.builder().policyName(name(policy)).policyArn(policy.toString()).build();
  }

  /// The name in a managed policy's ARN.
  static String name(Arn policy) {
    return policy.resource().substring(policy.resource().lastIndexOf('/') + 1);
  }

  /// One version of the policy.
  ///
  /// @param document null where the answer goes without
  public static PolicyVersion version(
      AttachablePolicy policy, AttachablePolicy.Version version, @Nullable String document) {
    return PolicyVersion.builder()
        .document(document == null ? null : PolicyText.encoded(document))
        .versionId(version.id())
        .isDefaultVersion(version.id().equals(policy.defaultVersionId()))
        .createDate(version.created())
        .build();
  }
}
