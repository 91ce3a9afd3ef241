package io.claviger.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.Optional;

/// Compiles policy documents, each distinct text once for as long as there is room. Shared by all
/// accounts: what a text means depends on nothing but the text. Safe for use by many threads.
public final class CompiledPolicies {

  private static final long MAX_CHARACTERS = 16_000_000;

  /// A text that a kind of policy was read from. Compared whole, so two texts cannot be taken for
  /// each other.
  private record Source(PolicyKind kind, String text) {}

  private final Cache<Source, Optional<CompiledPolicy>> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CHARACTERS)
          .weigher((Source source, Optional<CompiledPolicy> _) -> source.text().length() + 1)
          .build();

  /// The compiled policy; empty when the text cannot be read. Policies of AWS's own, and such as
  /// were saved before a check was added, stay in force even if they could not be saved today.
  public Optional<CompiledPolicy> compile(PolicyKind kind, String text) {
    return cache.get(new Source(kind, text), CompiledPolicies::read);
  }

  private static Optional<CompiledPolicy> read(Source source) {
    return PolicyParser.parse(source.text(), source.kind())
        .evaluable()
        .map(CompiledPolicy::compile);
  }
}
