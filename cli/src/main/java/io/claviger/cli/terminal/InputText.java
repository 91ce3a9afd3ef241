package io.claviger.cli.terminal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Text from a file or from standard input.
public final class InputText {

  /// What stands for standard input where a file may be named.
  public static final String STANDARD_INPUT = "-";

  /// Longer than any policy in UTF-8.
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private InputText() {}

  /// Reads the whole text, which must be UTF-8. Blocks.
  ///
  /// @param name of a file, or `-`
  /// @throws IOException saying which text cannot be read and why, for people
  public static String read(String name) throws IOException {
    byte[] bytes = bytes(name);
    if (bytes.length > MOST_BYTES) {
      throw new IOException(name + " is longer than " + MOST_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(name + " is not UTF-8", e);
    }
  }

  private static byte[] bytes(String name) throws IOException {
    InputStream in = open(name);
    try (in) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new IOException("cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  private static IOException noFile(String name, Exception cause) {
    FileNotFoundException missing = new FileNotFoundException("there is no file " + name);
    missing.initCause(cause);
    return missing;
  }

  /// The bytes of a file or of standard input.
  ///
  /// @throws IOException saying which file cannot be opened and why, for people
  public static InputStream open(String name) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return System.in;
    }
    if (name.isEmpty()) {
      throw new IOException("the name of a file is empty");
    }
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new IOException("cannot read " + name + ": it is a folder");
      }
      return Files.newInputStream(path);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw noFile(name, e);
    } catch (AccessDeniedException e) {
      throw new IOException("not allowed to read " + name, e);
    }
  }
}
