package io.claviger.policy.cases;

/// Ends the reading of a line. Seen by [CaseReader] only, which makes a [BadCase] of it.
final class BadCaseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BadCaseException(String message) {
    super(message, null, false, false);
  }
}
