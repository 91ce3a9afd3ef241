package io.claviger.server;

import io.claviger.server.http.Listener;
import io.claviger.store.Store;
import java.net.URI;

/// A server that answers, until it is closed.
public final class RunningServer implements AutoCloseable {

  private final Listener listener;
  private final Store store;

  RunningServer(Listener listener, Store store) {
    this.listener = listener;
    this.store = store;
  }

  /// Where clients reach it.
  public URI endpoint() {
    return listener.endpoint();
  }

  /// Ends gracefully: lets the running requests end, then writes what is buffered and closes the
  /// store.
  @Override
  public void close() {
    try {
      listener.close();
    } finally {
      store.close();
    }
  }
}
