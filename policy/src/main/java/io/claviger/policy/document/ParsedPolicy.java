package io.claviger.policy.document;

import java.util.List;
import java.util.Optional;

/// What reading a policy's text gave.
///
/// @param document empty if and only if a finding is an error
/// @param findings all of them, in the order of the text
public record ParsedPolicy(Optional<PolicyDocument> document, List<Finding> findings) {

  public ParsedPolicy {
    findings = List.copyOf(findings);
  }
}
