package io.claviger.policy.condition;

import io.claviger.policy.match.Subject;

/// The texts of a request's keys as patterns are matched against them: one for each key, which all
/// conditions of a decision share.
@FunctionalInterface
public interface Subjects {

  /// The value of a key.
  ///
  /// @param place of a single-valued key in the request's context
  /// @param text the value
  Subject of(int place, String text);
}
