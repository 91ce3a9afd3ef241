package io.claviger.policy.match;

/// Whether something holds, where it may be impossible to tell: a malformed number cannot be
/// compared. What cannot be told makes an `Allow` fail and a `Deny` hold.
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  public static Truth of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }

  /// Whether it holds.
  ///
  /// @param ifUnknown the answer where it cannot be told
  public boolean holds(boolean ifUnknown) {
    return this == TRUE || (this == UNKNOWN && ifUnknown);
  }
}
