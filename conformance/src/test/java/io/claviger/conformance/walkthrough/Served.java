package io.claviger.conformance.walkthrough;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A packaged server in a process of its own, started by a command line as a document shows it.
final class Served implements AutoCloseable {

  private static final URI READY = URI.create("http://127.0.0.1:4260/health/ready");

  private final Process process;
  private final Path log;

  private Served(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Starts the command in the folder and waits until it answers, for a minute at most.
  static Served start(String command, Path folder) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "serve", ".log");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", "-c", "exec " + command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(Terminal.environment(folder));
    Served served = new Served(builder.start(), log);
    served.awaitReady();
    return served;
  }

  /// What it printed so far.
  List<String> output() throws IOException {
    return Files.readAllLines(log).stream().dropWhile(String::isBlank).toList();
  }

  /// Ends it gracefully. By the signal that a terminal's Ctrl-C stands for in a test: an interrupt
  /// is ignored by whatever was started in the background.
  void stop() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The server did not stop: " + output());
    }
  }

  /// Ends it as a power cut does.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void awaitReady() throws IOException, InterruptedException {
    HttpRequest ask = HttpRequest.newBuilder(READY).timeout(Duration.ofSeconds(2)).build();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && process.isAlive()) {
        if (isReady(client, ask)) {
          return;
        }
        process.waitFor(20, TimeUnit.MILLISECONDS); // another process: there is nothing to wait on
      }
    }
    throw new IllegalStateException("The server did not start: " + output());
  }

  private static boolean isReady(HttpClient client, HttpRequest ask) throws InterruptedException {
    try {
      return client.send(ask, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException _) {
      return false; // not listening yet
    }
  }
}
