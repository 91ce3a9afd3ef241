package io.claviger.policy.match;

import org.jspecify.annotations.Nullable;

/// The texts that patterns are tried on in one decision, once these are many. Used by one thread.
@FunctionalInterface
public interface Subjects {

  /// For patterns that are tried on their own.
  Subjects NONE = _ -> null;

  /// The text, which one more pattern is tried on, with what was worked out for others; null as
  /// long as these were few.
  @Nullable Subject of(String text);
}
