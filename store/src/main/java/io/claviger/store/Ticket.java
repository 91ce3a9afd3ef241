package io.claviger.store;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// What a caller waits on until the writer has made its entries durable.
final class Ticket {

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile @Nullable StoreFailure failure;

  void succeed() {
    done.countDown();
  }

  void fail(StoreFailure why) {
    failure = why;
    done.countDown();
  }

  /// Waits, interrupted or not: the entries are with the writer and may become durable, so leaving
  /// early would be to answer without knowing.
  ///
  /// @throws StoreFailure if they did not become durable
  void await() {
    Uninterrupted.await(done);
    StoreFailure why = failure;
    if (why != null) {
      throw Writer.ended(why);
    }
  }
}
