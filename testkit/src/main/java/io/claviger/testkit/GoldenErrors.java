package io.claviger.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares errors, each in a line, with a golden file, of which a line is changed only when AWS is
/// seen to word it otherwise.
public final class GoldenErrors {

  private GoldenErrors() {}

  /// Requires that these errors are those of the file beside the class, as [#checkWording] does,
  /// and that every factory of errors has one.
  public static <E> void check(
      Function<E, String> line, Class<?> factories, String file, List<E> errors) {
    checkWording(line, factories, file, errors);
    assertEquals(factories(factories), errors.size(), "factories and errors");
  }

  /// Requires that these errors are those of the file beside the class, in order, and that before
  /// each stands a line that says where its wording is from, `# AWS: …`, or that it is `# ours`.
  public static <E> void checkWording(
      Function<E, String> line, Class<?> factories, String file, List<E> errors) {
    List<String> lines = read(factories, file);
    checkSources(lines);
    String golden =
        lines.stream().filter(given -> !given.startsWith("#")).collect(Collectors.joining("\n"));
    String actual = errors.stream().map(line).collect(Collectors.joining("\n"));
    assertEquals(golden, actual);
  }

  private static void checkSources(List<String> lines) {
    boolean isSourceKnown = false;
    for (String line : lines) {
      boolean isSource = (line.startsWith("# AWS: ") && line.length() > 7) || line.equals("# ours");
      assertTrue(isSource || isSourceKnown, () -> "Where is this from: " + line);
      isSourceKnown = isSource;
    }
  }

  /// How many factories of errors a class has.
  public static int factories(Class<?> factories) {
    return (int)
        Arrays.stream(factories.getDeclaredMethods())
            .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
            .count();
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
