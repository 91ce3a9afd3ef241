package io.claviger.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A text that must not be seen: a secret access key, a password, a TOTP seed, a session token.
///
/// Printing shows a mask, equality takes the same time wherever the texts differ, and reading goes
/// through [#reveal()], which is easy to find in the sources.
public final class SecretText {

  private final String text;

  private SecretText(String text) {
    this.text = text;
  }

  public static SecretText of(String text) {
    return new SecretText(text);
  }

  /// The text itself. Each call is a place to review.
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretText secret
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), secret.text.getBytes(StandardCharsets.UTF_8));
  }

  /// Constant, so that nothing about the text can be read off a hash table.
  @Override
  public int hashCode() {
    return SecretText.class.hashCode();
  }

  @Override
  public String toString() {
    return "SecretText(***)";
  }
}
