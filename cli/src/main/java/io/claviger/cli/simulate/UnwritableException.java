package io.claviger.cli.simulate;

import java.io.IOException;

/// Answers could not be written, for the reason that the message gives.
final class UnwritableException extends IOException {

  private static final long serialVersionUID = 1;

  UnwritableException(IOException cause) {
    super(cause.getMessage(), cause);
  }

  /// Whether the reader has gone away.
  boolean isBrokenPipe() {
    return "Broken pipe".equals(getMessage());
  }
}
