package io.claviger.conformance.operation;

/// An error that the model of an operation declares.
///
/// @param operation as the wire names it
/// @param code as it stands on the wire
record Declared(String operation, String code) {

  @Override
  public String toString() {
    return operation + " " + code;
  }
}
