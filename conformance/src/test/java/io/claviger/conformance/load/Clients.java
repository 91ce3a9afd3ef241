package io.claviger.conformance.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;

/// Connections that call at the same time, each as soon as it was answered.
final class Clients implements AutoCloseable {

  /// What each of them calls.
  interface Load {
    /// The bytes to send, in order.
    ///
    /// @param client its number
    LongFunction<byte[]> of(int client);
  }

  private final List<Connection> connections = new ArrayList<>();

  Clients(LoadedServer server, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      connections.add(server.connect());
    }
  }

  /// Calls for so long; how many were answered. The first that fails ends all.
  long call(double seconds, Load load) throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    LongAdder answered = new LongAdder();
    run((client, connection) -> {
      LongFunction<byte[]> requests = load.of(client);
      for (long n = 0; System.nanoTime() < end; n++) {
        connection.call(requests.apply(n));
        answered.increment();
      }
    });
    return answered.sum();
  }

  /// Calls once for every number below `count`.
  void callAll(long count, LongFunction<byte[]> request) throws InterruptedException {
    run((client, connection) -> {
      for (long n = client; n < count; n += connections.size()) {
        connection.call(request.apply(n));
      }
    });
  }

  private interface Work {
    void run(int client, Connection connection) throws IOException;
  }

  private void run(Work work) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    List<IOException> failures = new ArrayList<>();
    for (int i = 0; i < connections.size(); i++) {
      int client = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  work.run(client, connections.get(client));
                } catch (IOException e) {
                  synchronized (failures) {
                    failures.add(e);
                  }
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      throw new UncheckedIOException(failures.getFirst());
    }
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
