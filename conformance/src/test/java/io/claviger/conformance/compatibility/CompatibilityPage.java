package io.claviger.conformance.compatibility;

import io.claviger.reference.ConditionKey;
import io.claviger.service.Operation;
import io.claviger.wire.query.ApiModel;
import io.claviger.wire.query.OperationModel;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The parts of the page that the code decides. Each stands between two marks, with text by hand
/// around them.
final class CompatibilityPage {

  private CompatibilityPage() {}

  /// `page` with the part of this name replaced.
  ///
  /// @throws IllegalArgumentException if the page has no such part
  static String withPart(String page, String name, String text) {
    String opening = "<!-- from the code: " + name + " -->\n";
    String closing = "<!-- end -->";
    int start = page.indexOf(opening);
    int end = page.indexOf(closing, start);
    if (start < 0 || end < 0) {
      throw new IllegalArgumentException("The page has no part " + name);
    }
    return page.substring(0, start + opening.length()) + text + page.substring(end);
  }

  static String operations(ApiModel api, List<Operation<?, ?>> built) {
    Set<String> names =
        built.stream()
            .flatMap(operation -> api.operation(operation.input()).stream())
            .map(OperationModel::name)
            .collect(Collectors.toSet());
    return names.size()
        + " of %d are built.\n\n| Operation | Built |\n|---|---|\n"
            .formatted(api.operations().size())
        + api.operations().stream()
            .map(model -> row("`" + model.name() + "`", answer(names.contains(model.name()))))
            .collect(Collectors.joining());
  }

  static String keys(Collection<ConditionKey> keys, Predicate<String> isSupported) {
    long supported = keys.stream().filter(key -> isSupported.test(key.name())).count();
    return supported
        + " of %d are supported.\n\n| Key | Type | Supported |\n|---|---|---|\n"
            .formatted(keys.size())
        + keys.stream()
            .sorted(Comparator.comparing(ConditionKey::name, String.CASE_INSENSITIVE_ORDER))
            .map(
                key -> row("`" + key.name() + "`", type(key), answer(isSupported.test(key.name()))))
            .collect(Collectors.joining());
  }

  private static String type(ConditionKey key) {
    String name =
        switch (key.type()) {
          case STRING -> "String";
          case ARN -> "ARN";
          case BOOL -> "Bool";
          case DATE -> "Date";
          case IP_ADDRESS -> "IP address";
          case NUMERIC -> "Numeric";
        };
    return key.many() ? name + ", many" : name;
  }

  private static String answer(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
