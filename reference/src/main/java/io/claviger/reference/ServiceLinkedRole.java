package io.claviger.reference;

import io.claviger.base.Arn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The role that a service has in an account to act for it, and that the service alone defines.
///
/// AWS rule: IAM User Guide, "Create a service-linked role".
public final class ServiceLinkedRole {

  private static final String POLICIES = "policy/aws-service-role/";

  private final String service;
  private final String roleName;
  private final @Nullable Arn policy;
  private final boolean takesSuffix;

  private ServiceLinkedRole(
      String service, String roleName, @Nullable Arn policy, boolean takesSuffix) {
    this.service = service;
    this.roleName = roleName;
    this.policy = policy;
    this.takesSuffix = takesSuffix;
  }

  /// Reads one line of the table: the service, the role's name, the name of its policy or `-`, and
  /// `suffix` where there can be several.
  static ServiceLinkedRole parse(String line) {
    String[] words = line.split(" ", -1);
    Arn policy =
        words[2].equals("-") ? null : new Arn("aws", "iam", "", "aws", POLICIES + words[2]);
    return new ServiceLinkedRole(words[0], words[1], policy, words.length == 4);
  }

  /// The service's principal: `autoscaling.amazonaws.com`.
  public String service() {
    return service;
  }

  /// `AWSServiceRoleForAutoScaling`.
  public String roleName() {
    return roleName;
  }

  /// The managed policy that says what the role may do; empty where AWS publishes none.
  public Optional<Arn> policy() {
    return Optional.ofNullable(policy);
  }

  /// Whether an account can have several, told apart by a suffix of the caller's choice.
  public boolean takesSuffix() {
    return takesSuffix;
  }
}
