package io.claviger.conformance.walkthrough;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A shell that commands are pasted into, one after the other.
final class Terminal implements AutoCloseable {

  private static final String END = "end-of-command-7f3a";

  private final Process bash;
  private final BufferedReader output;

  Terminal(Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", "--norc")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment(folder));
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    bash = builder.start();
    output =
        new BufferedReader(new InputStreamReader(bash.getInputStream(), StandardCharsets.UTF_8));
  }

  /// The environment of a fresh login: nothing of the developer's own profiles is seen.
  static Map<String, String> environment(Path folder) {
    return Map.of(
        "HOME", folder.toString(),
        "PATH", "/usr/local/bin:/usr/bin:/bin",
        "LC_ALL", "C.UTF-8",
        "PYTHONWARNINGS", "ignore");
  }

  /// Runs the command and returns what it printed, on both streams, without blank lines at the
  /// ends.
  List<String> run(String command) throws IOException {
    OutputStream in = bash.getOutputStream();
    in.write((command + "\necho; echo " + END + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); !END.equals(line); line = output.readLine()) {
      if (line == null) {
        throw new IOException("The shell ended during: " + command + "\n" + lines);
      }
      lines.add(line);
    }
    while (!lines.isEmpty() && lines.getLast().isBlank()) {
      lines.removeLast();
    }
    while (!lines.isEmpty() && lines.getFirst().isBlank()) {
      lines.removeFirst();
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    bash.getOutputStream().close();
    try {
      if (!bash.waitFor(10, TimeUnit.SECONDS)) {
        bash.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
