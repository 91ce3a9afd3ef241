package io.claviger.conformance.compatibility;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The texts that compiled classes hold as constants, in lower case. Code that puts a condition key
/// into a request's context has to name it, so a key that no class names is never there.
record NamedKeys(Set<String> texts) {

  /// Stands in a constant for what is filled in when strings are joined.
  private static final char FILLED_IN = '\1';

  static NamedKeys of(List<Path> classFolders) throws IOException {
    Set<String> texts = new TreeSet<>();
    for (Path folder : classFolders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
          addConstants(file, texts);
        }
      }
    }
    return new NamedKeys(texts);
  }

  private static void addConstants(Path file, Set<String> texts) throws IOException {
    for (var entry : ClassFile.of().parse(file).constantPool()) {
      if (entry instanceof StringEntry constant) {
        texts.add(constant.stringValue().toLowerCase(Locale.ROOT));
      }
    }
  }

  /// Whether a class names the key, or what stands before the part of it that varies.
  boolean name(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    int variable = lower.indexOf("${");
    if (variable < 0) {
      return texts.contains(lower);
    }
    String fixed = lower.substring(0, variable);
    return fixed.endsWith("/") && (texts.contains(fixed) || texts.contains(fixed + FILLED_IN));
  }
}
