package io.claviger.policy.match;

/// Which ARN patterns of fewer than six fields count, the missing fields being `*`. In the order of
/// leniency.
///
/// On paper such a pattern is invalid; what is done with it is known from practice and depends on
/// the type of policy.
public enum ShortArns {
  NONE,
  WITH_WILDCARD_AT_END,
  WITH_WILDCARD,
  ALL
}
