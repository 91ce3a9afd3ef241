package io.claviger.service.iam.delegation;

import io.claviger.account.DelegationRequest.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fills in the places of a template: a text with places becomes as many texts as there are
/// combinations of the values.
///
/// A value is taken as it is. One with a wildcard or a variable, which would mean more than what it
/// stands for, is refused: wildcards are the template's.
///
/// Belongs to one rendering and so to one thread.
final class Places {

  private static final String OPENING = "@{";
  private static final char CLOSING = '}';

  /// The API model has these limits for a parameter's `Name`.
  private static final int SHORTEST_NAME = 5;

  private static final int LONGEST_NAME = 256;

  /// More combinations than a policy of its size has room for are not worked out.
  private static final int MOST_COMBINATIONS = 2048;

  private final Map<String, List<String>> values = new HashMap<>();
  private final Set<String> unused = new HashSet<>();

  /// @throws io.claviger.wire.ServiceError for a name given twice, or values that cannot be
  Places(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      boolean isRightCount =
          parameter.isList() ? !parameter.values().isEmpty() : parameter.values().size() == 1;
      if (!isRightCount || parameter.values().stream().anyMatch(Places::isNoValue)) {
        throw DelegationErrors.invalidValues(parameter.name());
      }
      if (values.put(parameter.name(), parameter.values()) != null) {
        throw DelegationErrors.parameterTwice(parameter.name());
      }
      unused.add(parameter.name());
    }
  }

  static boolean isIn(String text) {
    return text.contains(OPENING);
  }

  /// @throws IllegalArgumentException for a place that no request could fill in: one without an
  ///   end, or with a name that the API model does not let a parameter have
  static void requireFillable(String text) {
    int start = text.indexOf(OPENING);
    while (start >= 0) {
      int end = text.indexOf(CLOSING, start);
      if (end < 0) {
        throw new IllegalArgumentException(
            "The place %s has no end, }".formatted(text.substring(start)));
      }
      String name = text.substring(start + OPENING.length(), end);
      boolean isPrintable = name.chars().allMatch(c -> c >= ' ' && c <= '~');
      if (name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME || !isPrintable) {
        throw new IllegalArgumentException(
            "The place @{%s} must have a name of %d to %d ASCII characters"
                .formatted(name, SHORTEST_NAME, LONGEST_NAME));
      }
      start = text.indexOf(OPENING, end);
    }
  }

  private static boolean isNoValue(String text) {
    return text.isEmpty() || meansMore(text);
  }

  /// Whether the text has a wildcard or the start of a variable, and so means more than what it
  /// says.
  static boolean meansMore(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '$');
  }

  /// @throws io.claviger.wire.ServiceError where the template has no place for a parameter
  void requireAllUsed() {
    unused.stream()
        .sorted()
        .findFirst()
        .ifPresent(name -> {
          throw DelegationErrors.parameterNotUsed(name);
        });
  }

  /// All of the texts, each with its places filled in.
  ///
  /// @throws io.claviger.wire.ServiceError for a place that no parameter is given for
  List<String> fill(List<String> texts) {
    List<String> filled = new ArrayList<>();
    for (String text : texts) {
      filled.addAll(combinations(text));
    }
    return filled;
  }

  private List<String> combinations(String text) {
    List<String> done = List.of("");
    int from = 0;
    for (int start = text.indexOf(OPENING); start >= 0; start = text.indexOf(OPENING, from)) {
      int end = text.indexOf(CLOSING, start);
      if (end < 0) {
        throw DelegationErrors.parameterMissing(text.substring(start));
      }
      String before = text.substring(from, start);
      done = extended(done, before, valuesOf(text.substring(start + OPENING.length(), end)));
      from = end + 1;
    }
    return extended(done, text.substring(from), List.of(""));
  }

  private List<String> valuesOf(String name) {
    List<String> given = values.get(name);
    if (given == null) {
      throw DelegationErrors.parameterMissing(name);
    }
    unused.remove(name);
    return given;
  }

  private static List<String> extended(List<String> starts, String then, List<String> ends) {
    if ((long) starts.size() * ends.size() > MOST_COMBINATIONS) {
      throw DelegationErrors.policyTooLong(MOST_COMBINATIONS);
    }
    List<String> result = new ArrayList<>();
    for (String start : starts) {
      for (String end : ends) {
        result.add(start + then + end);
      }
    }
    return result;
  }
}
