package io.claviger.cli.simulate;

import io.claviger.base.Arn;
import io.claviger.cli.terminal.InputText;
import io.claviger.reference.ManagedPolicies;
import io.claviger.reference.ManagedPolicy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;

/// A policy as the command line gives it.
///
/// @param name what it is called in the answer
/// @param arn of a policy that AWS keeps
record PolicyText(String name, Optional<Arn> arn, String text) {

  private static final String FULL_ACCESS = "FullAWSAccess";
  private static final String RCP_FULL_ACCESS = "RCPFullAWSAccess";

  /// The service control policy that AWS attaches until somebody detaches it.
  ///
  /// AWS rule: Organizations User Guide, "Service control policies", `FullAWSAccess`.
  private static final PolicyText FULL_AWS_ACCESS =
      new PolicyText(
          FULL_ACCESS,
          Arn.find("arn:aws:organizations::aws:policy/service_control_policy/p-" + FULL_ACCESS),
          """
          {
            "Version": "2012-10-17",
            "Statement": [
              {
                "Effect": "Allow",
                "Action": "*",
                "Resource": "*"
              }
            ]
          }
          """);

  /// The resource control policy that is attached everywhere and cannot be detached.
  ///
  /// AWS rule: Organizations User Guide, "Resource control policies", `RCPFullAWSAccess`.
  static final PolicyText RCP_FULL_AWS_ACCESS =
      new PolicyText(
          RCP_FULL_ACCESS,
          Arn.find(
              "arn:aws:organizations::aws:policy/resource_control_policy/p-" + RCP_FULL_ACCESS),
          """
          {
            "Version": "2012-10-17",
            "Statement": [
              {
                "Effect": "Allow",
                "Principal": "*",
                "Action": "*",
                "Resource": "*"
              }
            ]
          }
          """);

  /// The policy that an argument stands for: its text itself if it starts with a brace, the ARN of
  /// a policy that AWS keeps, the name of one of the two that every organization has, or else a
  /// file, `-` for standard input.
  ///
  /// @param inlineName what to call a text that has no name
  /// @throws IOException saying, for people, why there is no such policy
  static PolicyText of(String argument, String inlineName) throws IOException {
    if (argument.stripLeading().startsWith("{")) {
      return new PolicyText(inlineName, Optional.empty(), argument);
    }
    if (Arn.find(argument).isPresent()) {
      return managed(argument);
    }
    return switch (argument) {
      case FULL_ACCESS -> FULL_AWS_ACCESS;
      case RCP_FULL_ACCESS -> RCP_FULL_AWS_ACCESS;
      default -> new PolicyText(argument, Optional.empty(), read(argument));
    };
  }

  private static String read(String file) throws IOException {
    try {
      return InputText.read(file);
    } catch (FileNotFoundException e) {
      if (named(file).isEmpty()) {
        throw e;
      }
      throw new IOException(e.getMessage() + "; --managed " + file + " is AWS's policy", e);
    }
  }

  /// AWS's managed policy of that name, whatever its path, or of that ARN.
  ///
  /// @throws IOException if there is none
  static PolicyText managed(String name) throws IOException {
    Optional<Arn> arn = Arn.find(name);
    return arn.isPresent()
        ? managed(ManagedPolicies.load().find(arn.get()), "AWS has no managed policy " + name)
        : managed(named(name), "AWS has no managed policy named " + name);
  }

  private static Optional<ManagedPolicy> named(String name) {
    return ManagedPolicies.load()
        .inOrder(null)
        .filter(policy -> policy.name().equals(name))
        .findFirst();
  }

  /// The same policy as it is attached to a level of the organization.
  PolicyText at(String target) {
    return new PolicyText(name + " at " + target, arn, text);
  }

  private static PolicyText managed(Optional<ManagedPolicy> found, String otherwise)
      throws IOException {
    ManagedPolicy policy = found.orElseThrow(() -> new IOException(otherwise));
    return new PolicyText(policy.name(), Optional.of(policy.arn()), policy.document());
  }
}
