package io.claviger.policy.decide;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyDocument.Version;
import java.util.List;

/// A policy made ready to be matched. Immutable; made once per distinct text and shared.
public final class CompiledPolicy {

  private final PolicyDocument document;
  private final List<CompiledStatement> statements;

  private CompiledPolicy(PolicyDocument document) {
    this.document = document;
    boolean hasVariables = document.version() == Version.V2012_10_17;
    this.statements =
        document.statements().stream()
            .map(statement -> new CompiledStatement(statement, hasVariables))
            .toList();
  }

  public static CompiledPolicy compile(PolicyDocument document) {
    return new CompiledPolicy(document);
  }

  public PolicyDocument document() {
    return document;
  }

  List<CompiledStatement> statements() {
    return statements;
  }
}
