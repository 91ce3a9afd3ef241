package io.claviger.wire;

/// A request that cannot be served: AWS's error code and message. Made only by the named factories
/// of each service, so that all wording stands together.
///
/// Has no stack trace: it is an answer, and making one must be cheap.
public final class ServiceError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;
  private final boolean isReceiverFault;

  /// @param code AWS's error code, `NoSuchEntity`
  /// @param status the HTTP status, 400 to 599; from 500 on the fault is the receiver's
  /// @param message what the caller is told; holds no secret; empty where AWS says nothing
  public ServiceError(String code, int status, String message) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.isReceiverFault = status >= 500;
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  /// Whether the fault is the service's rather than the caller's: `Receiver` against `Sender`.
  public boolean isReceiverFault() {
    return isReceiverFault;
  }

  /// What the caller is told.
  public String message() {
    return String.valueOf(getMessage());
  }

  /// For people: `400 InvalidInput: message`.
  public String line() {
    return status + " " + code + ": " + message();
  }
}
