package io.claviger.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// How the build gets its data.
class PreparationTest {

  @Test
  void secondBuildRunsNeitherNpmNorTheCompaction() throws IOException, InterruptedException {
    String noSuchJava = "/no/such/java";
    ProcessBuilder build = new ProcessBuilder("sh", "src/build/prepare.sh", noSuchJava, "");
    build.environment().put("PATH", "/usr/bin:/bin");
    Process process = build.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertEquals("", output);
  }

  @Test
  void lockPinsEveryPackageByHashAndNamesNoHost() throws IOException {
    String lock = Files.readString(Path.of("package-lock.json"));
    long packages = lock.lines().filter(line -> line.contains("\"node_modules/")).count();
    long hashes = lock.lines().filter(line -> line.contains("\"integrity\": \"sha512-")).count();
    assertTrue(packages >= 2, lock);
    assertEquals(packages, hashes);
    assertFalse(lock.contains("://"), lock);
  }
}
