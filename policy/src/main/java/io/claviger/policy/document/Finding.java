package io.claviger.policy.document;

/// Something that is wrong, or worth a word, in a policy's text.
///
/// @param id stable and speaking, `UNKNOWN_ELEMENT`
/// @param message for people, in AWS's words where AWS has some
public record Finding(String id, Severity severity, Span span, String message) {

  /// How bad it is. A policy with an error is refused.
  public enum Severity {
    ERROR,
    WARNING
  }
}
