package io.claviger.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A thread that flushes every minute and sweeps every hour.
///
/// When one of the two throws, the thread ends with the exception, which the runtime reports as
/// uncaught.
final class Housekeeping implements AutoCloseable {

  private static final int FLUSHES_PER_SWEEP = 60;

  private final Runnable flush;
  private final Runnable sweep;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  Housekeeping(Runnable flush, Runnable sweep) {
    this.flush = flush;
    this.sweep = sweep;
    this.thread =
        Thread.ofPlatform().name("claviger-store-housekeeping").daemon(true).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    stop.countDown();
    Uninterrupted.join(thread);
  }

  private void run() {
    int minute = 0;
    while (!stoppedWithinAMinute()) {
      flush.run();
      if (minute++ % FLUSHES_PER_SWEEP == 0) {
        sweep.run();
      }
    }
  }

  private boolean stoppedWithinAMinute() {
    try {
      return stop.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts the housekeeping", e);
    }
  }
}
