package io.claviger.conformance.walkthrough;

import java.util.ArrayList;
import java.util.List;

/// A Markdown document whose fenced `console` blocks can be run: a line that begins with `$ ` is a
/// command, `> ` continues it, and what follows is what it prints.
///
/// A `console serve` block starts the server in a terminal of its own, a `console stop` block ends
/// it.
record ConsoleDocument(List<Part> parts) {

  /// A stretch of the document.
  sealed interface Part {
    /// Text that is not run, fences included.
    record Prose(List<String> lines) implements Part {}

    /// One command with what it is to print.
    ///
    /// @param source the command as the document shows it
    record Command(Kind kind, List<String> source, List<String> output) implements Part {

      /// The command as a shell takes it.
      String text() {
        return String.join("\n", source.stream().map(line -> line.substring(2)).toList());
      }
    }
  }

  /// Where a command runs.
  enum Kind {
    SHELL,
    SERVE,
    STOP
  }

  static ConsoleDocument parse(List<String> lines) {
    List<Part> parts = new ArrayList<>();
    List<String> prose = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      String line = lines.get(i++);
      prose.add(line);
      if (!line.startsWith("```console")) {
        continue;
      }
      Kind kind = kind(line);
      parts.add(new Part.Prose(List.copyOf(prose)));
      prose.clear();
      while (!lines.get(i).equals("```")) {
        List<String> source = new ArrayList<>(List.of(lines.get(i++)));
        while (lines.get(i).startsWith("> ")) {
          source.add(lines.get(i++));
        }
        List<String> output = new ArrayList<>();
        while (!lines.get(i).startsWith("$ ") && !lines.get(i).equals("```")) {
          output.add(lines.get(i++));
        }
        parts.add(new Part.Command(kind, source, output));
      }
    }
    parts.add(new Part.Prose(List.copyOf(prose)));
    return new ConsoleDocument(List.copyOf(parts));
  }

  List<String> print() {
    List<String> lines = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Prose(List<String> text) -> lines.addAll(text);
        case Part.Command command -> {
          lines.addAll(command.source());
          lines.addAll(command.output());
        }
      }
    }
    return lines;
  }

  private static Kind kind(String fence) {
    return switch (fence) {
      case "```console" -> Kind.SHELL;
      case "```console serve" -> Kind.SERVE;
      case "```console stop" -> Kind.STOP;
      default -> throw new IllegalArgumentException("Unknown fence: " + fence);
    };
  }
}
