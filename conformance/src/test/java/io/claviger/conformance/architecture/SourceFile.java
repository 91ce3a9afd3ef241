package io.claviger.conformance.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// The sizes of one source file.
///
/// @param methods each with its lines from the first annotation or modifier to the closing brace
/// @param types how many types it declares, nested ones included
/// @param publicTypes how many of these are public
record SourceFile(String name, int lines, List<Method> methods, int types, int publicTypes) {

  record Method(String name, int lines) {}

  static List<SourceFile> parse(List<Path> paths) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      return parse(files.getJavaFileObjectsFromPaths(paths));
    }
  }

  static List<SourceFile> parse(Iterable<? extends JavaFileObject> files) throws IOException {
    var options = List.of("-proc:none");
    var task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, files);
    List<SourceFile> sources = new ArrayList<>();
    for (CompilationUnitTree unit : task.parse()) {
      sources.add(new Walk(unit, Trees.instance(task)).result());
    }
    return sources;
  }

  private static final class Walk extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<Method> methods = new ArrayList<>();
    private int types;
    private int publicTypes;

    Walk(CompilationUnitTree unit, Trees trees) {
      this.unit = unit;
      this.trees = trees;
    }

    SourceFile result() throws IOException {
      scan(unit, null);
      int lines = (int) unit.getSourceFile().getCharContent(true).toString().lines().count();
      return new SourceFile(unit.getSourceFile().getName(), lines, methods, types, publicTypes);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      types++;
      if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
        publicTypes++;
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      methods.add(new Method(method.getName().toString(), lines(method)));
      return super.visitMethod(method, null);
    }

    private int lines(Tree tree) {
      var positions = trees.getSourcePositions();
      var lineMap = unit.getLineMap();
      long first = lineMap.getLineNumber(positions.getStartPosition(unit, tree));
      return (int) (lineMap.getLineNumber(positions.getEndPosition(unit, tree)) - first + 1);
    }
  }
}
