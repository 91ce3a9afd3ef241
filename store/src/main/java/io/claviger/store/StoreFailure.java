package io.claviger.store;

/// The store is damaged, or its disk failed. Writing has ended; the message says which file and
/// record.
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreFailure(String message) {
    super(message);
  }
}
