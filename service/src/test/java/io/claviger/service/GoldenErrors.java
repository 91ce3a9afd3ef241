package io.claviger.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Compares errors with a golden file, of which a line is changed only when AWS is seen to word it
/// otherwise. Before each error stands a line that says where its wording is from, `# AWS: …`, or
/// that it is `# ours`.
public final class GoldenErrors {

  private GoldenErrors() {}

  /// Requires that these errors are those of the file beside the class, in order, and that every
  /// factory of errors has one at least.
  public static void check(Class<?> factories, String file, List<ServiceError> errors) {
    List<String> golden = new ArrayList<>();
    boolean isSourceKnown = false;
    for (String line : read(factories, file)) {
      boolean isSource = line.startsWith("# AWS: ") || line.equals("# ours");
      assertTrue(isSource || isSourceKnown, () -> "Where is this from: " + line);
      if (!isSource) {
        golden.add(line);
      }
      isSourceKnown = isSource;
    }
    List<String> actual =
        errors.stream().map(e -> e.status() + " " + e.code() + ": " + e.message()).toList();
    assertEquals(String.join("\n", golden), String.join("\n", actual));
    long count =
        Arrays.stream(factories.getDeclaredMethods())
            .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
            .count();
    assertEquals(count, errors.size(), "factories and errors");
  }

  private static List<String> read(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      assertNotNull(in, file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
