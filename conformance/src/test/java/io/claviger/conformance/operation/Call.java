package io.claviger.conformance.operation;

import org.jspecify.annotations.Nullable;

/// A call that a client has made.
///
/// @param operation as the wire names it
/// @param error the code of the error that came back, null for success
record Call(String operation, @Nullable String error) {

  boolean succeeded() {
    return error == null;
  }
}
