package io.claviger.access.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;

/// Ends a connection that takes too long, however busy it looks: what is blocked on it fails then.
final class Deadline implements AutoCloseable {

  private final Thread watch;

  private Deadline(Thread watch) {
    this.watch = watch;
  }

  /// Closes the socket after that time, unless it is closed first itself.
  static Deadline closing(Socket socket, Duration after) {
    return new Deadline(
        Thread.ofVirtual()
            .name("fetch deadline")
            .start(() -> {
              try {
                Thread.sleep(after);
              } catch (InterruptedException _) {
                return; // done in time
              }
              try {
                socket.close();
              } catch (IOException e) {
                throw new UncheckedIOException("A socket that does not close", e);
              }
            }));
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
