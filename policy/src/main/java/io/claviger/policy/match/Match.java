package io.claviger.policy.match;

/// How a text compares to a pattern.
public enum Match {
  YES,
  NO,
  /// All that can be compared agrees, but a variable of the pattern has no value.
  UNRESOLVED
}
