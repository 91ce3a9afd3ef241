package io.claviger.conformance.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The packaged server on a data directory of its own, in a process of its own.
final class LoadedServer implements AutoCloseable {

  static final String ACCOUNT = "111122223333";

  private static final byte[] READY =
      "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final double TICKS_PER_SECOND = 100;

  private final Path command;
  private final Path folder;
  private final int port;
  private Process process;

  private LoadedServer(Path command, Path folder) throws IOException {
    this.command = command;
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    process = serve();
  }

  /// Starts it with a new account whose quotas are out of the way.
  ///
  /// @param command `./claviger`
  /// @param folder empty
  static LoadedServer start(Path command, Path folder) throws IOException, InterruptedException {
    LoadedServer server = new LoadedServer(command, folder);
    server.awaitReady();
    server.stop();
    List<String> quotas =
        new ArrayList<>(server.command("account", "quotas", "--account", ACCOUNT));
    for (String quota : List.of("UsersPerAccount", "RolesPerAccount", "PoliciesPerAccount")) {
      quotas.addAll(List.of("--set", quota + "=1000000"));
    }
    int exit = server.builder(quotas).start().waitFor();
    if (exit != 0) {
      throw new IOException("The quotas were not raised: " + folder.resolve("log"));
    }
    server.restart();
    return server;
  }

  /// Stops it and starts it again. Seconds from the start of the command to the first answer.
  double restart() throws IOException, InterruptedException {
    stop();
    long start = System.nanoTime();
    process = serve();
    awaitReady();
    return (System.nanoTime() - start) / 1e9;
  }

  private List<String> command(String... arguments) {
    List<String> whole = new ArrayList<>(List.of(command.toString()));
    whole.addAll(List.of(arguments));
    whole.addAll(List.of("--data", folder.resolve("data").toString()));
    return whole;
  }

  private Process serve() throws IOException {
    List<String> serve =
        new ArrayList<>(
            List.of(
                command.toString(),
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("data").toString()));
    if (!Files.exists(folder.resolve("data"))) {
      Path credentials = folder.resolve("root.credentials");
      serve.addAll(
          List.of("--account", ACCOUNT, "--root-credentials-file", credentials.toString()));
    }
    return builder(serve).start();
  }

  private ProcessBuilder builder(List<String> command) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
  }

  private void awaitReady() throws IOException, InterruptedException {
    while (process.isAlive()) {
      try (Connection connection = connect()) {
        connection.call(READY);
        return;
      } catch (IOException _) {
        process.waitFor(5, TimeUnit.MILLISECONDS); // not listening yet
      }
    }
    throw new IOException("The server did not start: " + Files.readString(folder.resolve("log")));
  }

  Connection connect() throws IOException {
    return new Connection(port);
  }

  /// Who signs with this key.
  Caller caller(String keyId, String secret) {
    return new Caller(keyId, secret, "127.0.0.1:" + port);
  }

  /// The root user.
  Caller root() throws IOException {
    String file = Files.readString(folder.resolve("root.credentials"));
    return caller(value(file, "aws_access_key_id"), value(file, "aws_secret_access_key"));
  }

  private static String value(String file, String name) throws IOException {
    Matcher line = Pattern.compile(name + " *= *(\\S+)").matcher(file);
    if (!line.find()) {
      throw new IOException("no " + name);
    }
    return line.group(1);
  }

  /// Seconds of processor time that the process has used: fields 14 and 15 of its `stat`.
  double processorSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /// Bytes of live objects, after a collection of all garbage.
  long liveBytes() throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd");
    Path out = folder.resolve("histogram");
    new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
        .redirectOutput(out.toFile())
        .start()
        .waitFor();
    List<String> lines = Files.readAllLines(out);
    return Long.parseLong(lines.getLast().strip().split(" +", -1)[2]);
  }

  /// Bytes of all files of the data directory.
  long storedBytes() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  private void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The server does not stop.");
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
