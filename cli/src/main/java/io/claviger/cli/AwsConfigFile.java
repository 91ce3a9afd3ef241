package io.claviger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// One of the AWS CLI's and SDKs' INI files. Lines that are not asked about stay as they are.
///
/// AWS rule: AWS SDKs and Tools Reference Guide, "Shared config and credentials files".
final class AwsConfigFile {

  private final Path path;
  private final List<String> lines;

  private AwsConfigFile(Path path, List<String> lines) {
    this.path = path;
    this.lines = lines;
  }

  /// Reads the file; a file that is not there reads as an empty one.
  static AwsConfigFile read(Path path) throws IOException {
    List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
    return new AwsConfigFile(path, new ArrayList<>(lines));
  }

  /// Writes the section anew: in place of the one that has its title, or at the end.
  ///
  /// @param title without brackets, `profile claviger`
  /// @param body the section's lines
  void put(String title, List<String> body) {
    List<String> section = new ArrayList<>();
    section.add("[" + title + "]");
    section.addAll(body);
    int start = indexOf(title);
    if (start < 0) {
      if (!lines.isEmpty() && !lines.getLast().isBlank()) {
        lines.add("");
      }
      lines.addAll(section);
      return;
    }
    int end = start + 1;
    while (end < lines.size() && !isTitle(lines.get(end))) {
      end++;
    }
    if (end < lines.size()) {
      section.add("");
    }
    lines.subList(start, end).clear();
    lines.addAll(start, section);
  }

  /// Replaces the file in one step, readable by its owner only.
  void write() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh =
        Files.createTempFile(
            folder,
            ".claviger",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, lines);
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private int indexOf(String title) {
    for (int i = 0; i < lines.size(); i++) {
      if (isTitle(lines.get(i)) && titleOf(lines.get(i)).equals(title)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isTitle(String line) {
    return line.strip().startsWith("[");
  }

  private static String titleOf(String line) {
    String text = line.strip();
    int end = text.indexOf(']');
    return end < 0 ? "" : text.substring(1, end).strip().replaceAll("\\s+", " ");
  }
}
