package io.claviger.wire.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The parameters as the tree that their dotted names describe: `Tags.member.1.Key` is the child
/// `Key` of the child `1` of the child `member` of `Tags`.
final class ParameterTree {

  private @Nullable String text;
  private final Map<String, ParameterTree> children = new HashMap<>();

  static ParameterTree of(Map<String, String> parameters) {
    var root = new ParameterTree();
    parameters.forEach(root::put);
    return root;
  }

  private void put(String name, String value) {
    ParameterTree node = this;
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      node = node.childOrNew(name.substring(start, dot));
      start = dot + 1;
    }
    node.childOrNew(name.substring(start)).text = value;
  }

  private ParameterTree childOrNew(String name) {
    return children.computeIfAbsent(name, _ -> new ParameterTree());
  }

  @Nullable ParameterTree child(String name) {
    return children.get(name);
  }

  /// The value that stands at this name itself.
  @Nullable String text() {
    return text;
  }

  boolean hasChildren() {
    return !children.isEmpty();
  }

  /// The children of a list in the order of their numbers. Numbers may be left out, as AWS allows.
  ///
  /// @throws io.claviger.wire.ServiceError when a child's name is no positive number as one writes
  ///   it
  List<ParameterTree> items() {
    Map<Integer, ParameterTree> sorted = new TreeMap<>();
    children.forEach((name, child) -> sorted.put(index(name), child));
    return new ArrayList<>(sorted.values());
  }

  boolean looksLikeList() {
    return children.containsKey("member")
        || children.keySet().stream().anyMatch(name -> !name.isEmpty() && isDigits(name));
  }

  private static int index(String name) {
    // Nine digits fit an int; a leading zero would give one place two names.
    boolean isIndex =
        !name.isEmpty() && name.length() <= 9 && isDigits(name) && name.charAt(0) != '0';
    if (!isIndex) {
      throw QueryErrors.invalidIndex(name);
    }
    return Integer.parseInt(name);
  }

  private static boolean isDigits(String name) {
    return name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
