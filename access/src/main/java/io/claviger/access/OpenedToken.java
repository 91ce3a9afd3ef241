package io.claviger.access;

import io.claviger.base.SecretText;

/// What opening a session token gave.
public sealed interface OpenedToken {

  /// One of our own tokens, and its time is not over.
  ///
  /// @param accessKeyId the only key id the token may be used with
  /// @param secretAccessKey what requests must be signed with
  record Valid(String accessKeyId, SecretText secretAccessKey, Session session)
      implements OpenedToken {}

  /// One of our own tokens, but its time is over.
  record Expired() implements OpenedToken {}

  /// Not a token of ours, or one whose key is gone, or changed on the way. Which of them is not
  /// told: it would only help a forger.
  record Invalid() implements OpenedToken {}
}
