package io.claviger.store;

/// The store cannot be opened, is damaged, or its disk failed. The message says which file and
/// record, or what to do, and holds no secret.
///
/// Thrown by a write or by the audit log it means that writing has ended and that the outcome of
/// what was being written is not known.
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreFailure(String message) {
    super(message);
  }
}
