package io.claviger.policy.decide;

import io.claviger.policy.document.PolicyDocument;

/// A policy made ready to be matched. Immutable; made once per distinct text and shared.
public final class CompiledPolicy {

  private final PolicyDocument document;

  private CompiledPolicy(PolicyDocument document) {
    this.document = document;
  }

  public static CompiledPolicy compile(PolicyDocument document) {
    return new CompiledPolicy(document);
  }

  public PolicyDocument document() {
    return document;
  }
}
