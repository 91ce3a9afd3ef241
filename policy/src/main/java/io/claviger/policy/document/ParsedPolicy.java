package io.claviger.policy.document;

import java.util.List;
import java.util.Optional;

/// What reading a policy's text gave.
///
/// @param document the policy, if it may be saved: empty if and only if a finding is an error
/// @param evaluable the policy, if what it says is certain, though AWS might refuse to save it: a
///   principal that matches nobody, an operator that does not exist. What is odd in it fails closed
///   when it is evaluated
/// @param refusal what AWS's `MalformedPolicyDocument` error says; empty if no finding is an error
/// @param findings all of them, in the order of the text
public record ParsedPolicy(
    Optional<PolicyDocument> document,
    Optional<PolicyDocument> evaluable,
    Optional<String> refusal,
    List<Finding> findings) {

  public ParsedPolicy {
    findings = List.copyOf(findings);
  }
}
