package io.claviger.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class FileReasonTest {

  @TempDir private Path folder = Path.of("");

  private static String reason(Executable use) {
    return FileReason.of(assertThrows(IOException.class, use));
  }

  @Test
  void whatTheJdkThrowsIsSaidInWords() throws IOException {
    Path missing = folder.resolve("missing");
    Path file = Files.write(folder.resolve("file"), new byte[] {(byte) 0xff});
    String none = "it does not exist, or its folder doesn't";
    assertEquals(none, reason(() -> Files.readString(missing)));
    assertEquals(none, reason(() -> Files.createFile(missing.resolve("file"))));
    assertEquals("there is something else of that name", reason(() -> Files.createDirectory(file)));
    assertEquals("it is not text in UTF-8", reason(() -> Files.readString(file)));
  }

  @Test
  void reasonsOfTheSystemAreItsOwn() {
    assertEquals("it is not a directory", FileReason.of(new NotDirectoryException("x")));
    assertEquals("permission denied", FileReason.of(new AccessDeniedException("x")));
    assertEquals(
        "Too many links", FileReason.of(new FileSystemException("x", null, "Too many links")));
    assertEquals("java.io.IOException: odd", FileReason.of(new IOException("odd")));
  }
}
