package io.claviger.policy.second;

/// Whether something holds, if that can be told: Kleene's three truths, the falsest first.
enum Kleene {
  NO,
  UNSURE,
  YES;

  static Kleene of(boolean truth) {
    return truth ? YES : NO;
  }

  Kleene and(Kleene other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Kleene or(Kleene other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Kleene not() {
    return switch (this) {
      case NO -> YES;
      case UNSURE -> UNSURE;
      case YES -> NO;
    };
  }
}
