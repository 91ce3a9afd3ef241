package io.claviger.service.sts;

import io.claviger.account.Account;
import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.AttachablePolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/// The session policies of a request: at most one inline, up to ten managed.
///
/// AWS rule: IAM User Guide, "Policies and permissions in IAM", "Session policies"; STS API
/// Reference, "AssumeRole", `Policy` and `PolicyArns`.
///
/// @param inline the document as given, or null
/// @param arns the managed policies, each once
record SessionPolicies(@Nullable String inline, List<Arn> arns) {

  private static final int MOST_ARNS = 10;
  private static final int MOST_CHARACTERS = 2048;

  SessionPolicies {
    arns = List.copyOf(arns);
  }

  /// Checks what can be checked without an account.
  ///
  /// @throws io.claviger.wire.ServiceError for too many or too much of them, or a bad document
  static void check(@Nullable String inline, List<PolicyDescriptorType> given) {
    if (given.size() > MOST_ARNS) {
      throw StsErrors.tooManyPolicyArns(MOST_ARNS);
    }
    int length = inline == null ? 0 : inline.length();
    for (String arn : arns(given)) {
      length += arn.length();
    }
    if (length > MOST_CHARACTERS) {
      throw StsErrors.policyTooLong(MOST_CHARACTERS);
    }
    if (inline != null) {
      checkDocument(inline);
    }
  }

  /// The session policies of a session in this account.
  ///
  /// @throws io.claviger.wire.ServiceError when there is no such managed policy
  static SessionPolicies of(
      @Nullable String inline,
      List<PolicyDescriptorType> given,
      AttachablePolicies attachable,
      Account home) {
    List<Arn> found =
        arns(given).stream()
            .map(arn ->
                attachable
                    .find(arn, home)
                    .map(AttachablePolicy::arn)
                    .orElseThrow(() -> StsErrors.noSuchPolicy(arn)))
            .distinct()
            .toList();
    return new SessionPolicies(inline, found);
  }

  boolean isEmpty() {
    return inline == null && arns.isEmpty();
  }

  private static List<String> arns(List<PolicyDescriptorType> given) {
    return given.stream().map(policy -> policy.arn() == null ? "" : policy.arn()).toList();
  }

  private static void checkDocument(String document) {
    PolicyParser.parse(document, PolicyKind.IDENTITY)
        .refusal()
        .ifPresent(message -> {
          throw StsErrors.malformedPolicy(message);
        });
  }
}
