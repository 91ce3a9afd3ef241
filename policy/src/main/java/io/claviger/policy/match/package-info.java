/// Patterns: wildcards, ARNs, actions and policy variables. Compiled once, matched in linear time,
/// without regular expressions.
@NullMarked
package io.claviger.policy.match;

import org.jspecify.annotations.NullMarked;
