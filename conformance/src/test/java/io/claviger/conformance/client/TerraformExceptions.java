package io.claviger.conformance.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// What the test of Terraform's provider may leave out, as `exceptions.txt` lists it with reasons.
final class TerraformExceptions {

  private final Set<String> listed = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  static TerraformExceptions read(Path file) throws IOException {
    TerraformExceptions exceptions = new TerraformExceptions();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(": ", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
          throw new IllegalArgumentException("no reason: " + line);
        }
        exceptions.listed.add(parts[0]);
      }
    }
    return exceptions;
  }

  /// Whether the name stands in the list; if so, it was needed.
  boolean allow(String kind, String name) {
    String exception = kind + " " + name;
    if (listed.contains(exception)) {
      used.add(exception);
      return true;
    }
    return false;
  }

  /// What stands in the list and was not needed.
  Set<String> unused() {
    Set<String> unused = new HashSet<>(listed);
    unused.removeAll(used);
    return unused;
  }
}
