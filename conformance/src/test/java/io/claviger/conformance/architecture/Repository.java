package io.claviger.conformance.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checked-out repository that this test runs in.
final class Repository {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Repository() {}

  /// The folders that hold a Maven module.
  static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
    }
  }

  /// Every Java source of every module, tests and build steps too.
  static List<Path> sources() throws IOException {
    Stream.Builder<Path> sources = Stream.builder();
    for (Path module : modules()) {
      if (Files.isDirectory(module.resolve("src"))) {
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
          files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources);
        }
      }
    }
    return sources.build().toList();
  }

  /// The files that are under version control or about to be.
  static List<Path> files() throws IOException {
    Process git =
        new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = git.inputReader()) {
      return lines.lines().map(ROOT::resolve).filter(Files::isRegularFile).toList();
    }
  }
}
