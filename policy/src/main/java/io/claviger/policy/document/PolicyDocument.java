package io.claviger.policy.document;

import java.util.List;
import java.util.Optional;

/// A policy as its author wrote it: the syntax tree, with nothing resolved.
///
/// AWS rule: IAM User Guide, "Grammar of the IAM JSON policy language".
///
/// @param version what `Version` says; [Version#V2008_10_17] where the element is missing
public record PolicyDocument(Version version, Optional<String> id, List<Statement> statements) {

  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  /// The versions of the policy language. Only the newer one has policy variables.
  public enum Version {
    V2008_10_17("2008-10-17"),
    V2012_10_17("2012-10-17");

    private final String text;

    Version(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
