package io.claviger.conformance.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/// Terraform and its AWS provider as they are installed, working in a folder.
///
/// @param folder where the configuration, its files and the state are
/// @param environment all that the commands see
record Terraform(Path folder, Map<String, String> environment) {

  /// Where software is put that belongs to nobody in particular: a folder of providers may be in
  /// any folder there.
  private static final List<Path> PLACES =
      List.of(Path.of("/opt"), Path.of("/usr/share"), Path.of("/usr/local/share"));

  Terraform {
    environment = Map.copyOf(environment);
  }

  /// Whether the command itself is on the path.
  static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
  }

  /// The folder of the newest AWS provider that is installed.
  static Optional<Path> provider() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : roots()) {
      Path versions = root.resolve("registry.terraform.io/hashicorp/aws");
      if (Files.isDirectory(versions)) {
        try (Stream<Path> tree = Files.find(versions, 3, (file, _) -> isProvider(file))) {
          tree.forEach(found::add);
        }
      }
    }
    return found.stream()
        .max(Comparator.comparing(Terraform::version))
        .map(file -> file.resolveSibling(""));
  }

  /// The folders that may be one of providers: the one that Terraform is told of, and the usual.
  private static List<Path> roots() throws IOException {
    Path own = Path.of(System.getProperty("user.home"), ".terraform.d");
    List<Path> roots =
        new ArrayList<>(List.of(own.resolve("plugins"), own.resolve("plugin-cache")));
    Optional.ofNullable(System.getenv("TF_PLUGIN_CACHE_DIR")).map(Path::of).ifPresent(roots::add);
    for (Path place : PLACES) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> folders = Files.list(place)) {
          folders.forEach(folder -> roots.addAll(List.of(folder, folder.resolve("plugins"))));
        }
      }
    }
    return roots;
  }

  private static boolean isProvider(Path file) {
    return file.getFileName().toString().startsWith("terraform-provider-aws")
        && Files.isExecutable(file);
  }

  /// Of the folder's name, `5.100.0/linux_amd64/…`, in a form that can be compared.
  private static String version(Path file) {
    return Arrays.stream(file.getName(file.getNameCount() - 3).toString().split("\\."))
        .map(part -> " ".repeat(Math.max(0, 8 - part.length())) + part)
        .reduce("", String::concat);
  }

  /// Has Terraform use the provider where it is: nothing is copied or fetched.
  void use(Path provider) throws IOException {
    Files.writeString(
        folder.resolve("terraformrc"),
        "provider_installation { dev_overrides { \"hashicorp/aws\" = \"%s\" } }\n"
            .formatted(provider));
  }

  /// The exit code.
  int run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("terraform"));
    command.addAll(List.of(arguments));
    Process process =
        builder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed").toFile())
            .start();
    return end(process, command);
  }

  /// What a command that must succeed prints as JSON.
  JsonNode json(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("terraform"));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.json");
    Process process =
        builder(command)
            .redirectError(folder.resolve("printed").toFile())
            .redirectOutput(out.toFile())
            .start();
    assertTrue(end(process, command) == 0, this::printed);
    return JsonNode.parser().parse(Files.readString(out));
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("TF_CLI_CONFIG_FILE", folder.resolve("terraformrc").toString());
    return builder;
  }

  private static int end(Process process, List<String> command) throws InterruptedException {
    try {
      assertTrue(process.waitFor(5, TimeUnit.MINUTES), () -> "no end: " + command);
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /// What the last command printed, for people.
  String printed() {
    try {
      return Files.readString(folder.resolve("printed"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
