package io.claviger.policy.cases;

import org.jspecify.annotations.Nullable;

/// A line that cannot be decided.
///
/// @param id null where it could not be read
/// @param error what is wrong, for people; well-formed text of bounded length
public record BadCase(@Nullable String id, String error) implements CaseLine {}
