package io.claviger.conformance.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `./claviger` where nothing is built yet, with a Maven, npm and Java that do next to nothing.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FirstStartTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void layOut() throws Exception {
    Path fresh = folder.resolve("fresh");
    Files.createDirectories(fresh.resolve("build"));
    Files.createDirectories(fresh.resolve("cli/src/main"));
    Files.createDirectories(fresh.resolve("reference/src"));
    Files.createFile(fresh.resolve("pom.xml"));
    Files.createFile(fresh.resolve("cli/pom.xml"));
    Files.copy(REPOSITORY.resolve("claviger"), fresh.resolve("claviger"));
    Files.copy(REPOSITORY.resolve("build/jdk.sh"), fresh.resolve("build/jdk.sh"));
    program("bin/mvn", "mkdir -p cli/target/dist && echo '[INFO] Building Claviger base 1'");
    program("bin/npm", "exit 0");
    program("jdk/bin/javac", "exit 0");
    program("jdk/bin/java", "echo served");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
  }

  private void program(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// The build's log is written by a process of its own, which a busy machine may start late: one
  /// start in twenty met no log. Hence many of them at a time.
  @Test
  void manyFirstStartsOnABusyMachineAllSucceed() throws Exception {
    String script =
        """
        cd '%s'; export JAVA_HOME=$PWD/jdk PATH=$PWD/bin:$PATH
        for round in 1 2 3; do
          for each in $(seq 40); do
            (cp -r fresh $round-$each; $round-$each/claviger serve 2> /dev/null || echo failed) &
          done
          wait
        done
        """
            .formatted(folder);
    Ran ran = Ran.of(List.of("/bin/bash", "-c", script), new byte[0]);
    assertEquals("served\n".repeat(120), ran.out());
  }
}
