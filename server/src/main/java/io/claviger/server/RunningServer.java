package io.claviger.server;

import io.claviger.server.http.Listener;
import io.claviger.store.Store;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/// A server that answers, until it is closed.
public final class RunningServer implements AutoCloseable {

  private final Listener listener;
  private final Store store;
  private final AtomicBoolean announced;

  RunningServer(Listener listener, Store store, AtomicBoolean announced) {
    this.listener = listener;
    this.store = store;
    this.announced = announced;
  }

  /// Lets `/health/ready` say that the server is up. Before, it answers but is not said to be
  /// ready.
  public void announce() {
    announced.set(true);
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
