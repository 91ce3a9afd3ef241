package io.claviger.store;

import java.util.concurrent.CountDownLatch;

/// Waiting that an interrupt does not end; the thread is interrupted again afterwards.
final class Uninterrupted {

  private Uninterrupted() {}

  static void await(CountDownLatch latch) {
    run(latch::await);
  }

  static void join(Thread thread) {
    run(thread::join);
  }

  private interface Wait {
    void run() throws InterruptedException;
  }

  private static void run(Wait wait) {
    boolean interrupted = false;
    while (true) {
      try {
        wait.run();
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
