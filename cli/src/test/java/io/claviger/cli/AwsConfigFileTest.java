package io.claviger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsConfigFileTest {

  @TempDir private Path folder = Path.of("");

  private String put(String before, String title, String... body) throws IOException {
    Path file = folder.resolve("config");
    Files.writeString(file, before);
    AwsConfigFile config = AwsConfigFile.read(file);
    config.put(title, List.of(body));
    config.write();
    return Files.readString(file);
  }

  @Test
  void newSectionGoesToTheEnd() throws IOException {
    assertEquals(
        "[default]\nregion = x\n\n[profile a]\nk = v\n",
        put("[default]\nregion = x\n", "profile a", "k = v"));
  }

  @Test
  void sectionIsReplacedAndTheOthersStay() throws IOException {
    assertEquals(
        "# mine\n[profile a]\nk = new\n\n[profile ab]\nk = stays\n",
        put(
            "# mine\n[profile  a]\nold = 1\nolder = 2\n\n[profile ab]\nk = stays\n",
            "profile a",
            "k = new"));
  }

  @Test
  void writingTwiceChangesNothing() throws IOException {
    String once = put("[default]\nregion = x\n", "services s", "iam =", "  endpoint_url = u");
    assertEquals(once, put(once, "services s", "iam =", "  endpoint_url = u"));
  }

  @Test
  void fileIsItsOwnersAlone() throws IOException {
    put("", "default", "aws_secret_access_key = s");
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(folder.resolve("config")));
  }

  @Test
  void oldCliIsToldFromOneThatReadsServices() {
    assertFalse(version("aws-cli/2.9.19 Python/3.11.2 Linux").readsServices());
    assertFalse(version("aws-cli/1.22.34 Python/3.10").readsServices());
    assertTrue(version("aws-cli/2.13.0 Python/3.11").readsServices());
    assertTrue(AwsCliVersion.parse("no such command").isEmpty());
  }

  private static AwsCliVersion version(String banner) {
    return AwsCliVersion.parse(banner).orElseThrow();
  }
}
