package io.claviger.policy.decide;

/// One policy that applies to a request, with where it comes from.
public record AppliedPolicy(PolicySource source, CompiledPolicy policy) {}
