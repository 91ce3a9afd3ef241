package io.claviger.server;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The URL that others reach the server by. It is known when the listener has found its port; who
/// asks before, waits. Safe for use by many threads.
final class PublicUrl implements Supplier<URI> {

  private final CountDownLatch isKnown = new CountDownLatch(1);

  /// Written once, before the latch opens.
  private @Nullable URI url;

  void set(URI known) {
    url = known;
    isKnown.countDown();
  }

  @Override
  public URI get() {
    try {
      isKnown.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server was stopped before it listened", e);
    }
    if (url == null) {
      throw new IllegalStateException("Known, but not there");
    }
    return url;
  }
}
