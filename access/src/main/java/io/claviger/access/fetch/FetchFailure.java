package io.claviger.access.fetch;

import org.jspecify.annotations.Nullable;

/// A document that could not be had. The message is for the operator: it may name addresses, so
/// callers of the API must not see it.
public final class FetchFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /// Why.
  public enum Kind {
    /// The address must not be, or could not be, connected to, or the server did not answer in time
    /// or answered that it can't.
    UNREACHABLE,
    /// No authority vouches for the server's certificate, and none of the thumbprints is in its
    /// chain.
    THUMBPRINT_MISMATCH,
    /// The server answered with something else than the document.
    UNUSABLE
  }

  FetchFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  FetchFailure(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// What was fetched is not the document that was meant.
  public static FetchFailure unusable(String message, @Nullable Throwable cause) {
    return new FetchFailure(Kind.UNUSABLE, message, cause);
  }

  public Kind kind() {
    return kind;
  }
}
