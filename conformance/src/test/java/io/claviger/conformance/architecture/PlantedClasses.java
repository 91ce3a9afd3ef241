package io.claviger.conformance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Classes compiled in a test, as if someone had written them in the place that they name.
final class PlantedClasses {

  private static final Pattern NAMES =
      Pattern.compile(
          "package ([\\w.]+);.*?(?:class|interface|record|enum) (\\w+)", Pattern.DOTALL);

  private PlantedClasses() {}

  static JavaClasses compile(Path folder, List<String> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    boolean compiled =
        compiler
            .getTask(
                null,
                null,
                null,
                List.of("-d", folder.toString(), "-proc:none"),
                null,
                sources.stream().map(PlantedClasses::file).toList())
            .call();
    if (!compiled) {
      throw new IllegalArgumentException("Does not compile: " + sources);
    }
    return new ClassFileImporter().importPath(folder);
  }

  private static JavaFileObject file(String source) {
    var names = NAMES.matcher(source);
    if (!names.find()) {
      throw new IllegalArgumentException("Names no class: " + source);
    }
    return file("/" + names.group(1).replace('.', '/') + "/" + names.group(2) + ".java", source);
  }

  static JavaFileObject file(String path, String source) {
    return new SimpleJavaFileObject(URI.create("string://" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
