package io.claviger.account;

import io.claviger.base.Arn;
import org.jspecify.annotations.Nullable;

/// A user or role: what a permissions boundary can be set on.
public sealed interface Bounded extends PolicyHolder permits Role, User {

  /// The managed policy that is the permissions boundary, or null.
  @Nullable Arn boundary();

  Bounded withBoundary(@Nullable Arn boundary);
}
