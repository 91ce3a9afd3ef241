package io.claviger.policy.second;

import java.util.ArrayList;
import java.util.List;

/// The fields of an ARN.
final class Fields {

  static final int COUNT = 6;

  private Fields() {}

  /// The parts between the first five colons; fewer than six when there are fewer colons (§13.1).
  static List<String> split(String text) {
    List<String> fields = new ArrayList<>();
    String rest = text;
    while (fields.size() < COUNT - 1 && rest.contains(":")) {
      int colon = rest.indexOf(':');
      fields.add(rest.substring(0, colon));
      rest = rest.substring(colon + 1);
    }
    fields.add(rest);
    return fields;
  }

  /// Whether the text has an ARN's shape.
  static boolean isArn(List<String> fields) {
    return fields.size() == COUNT && fields.getFirst().equals("arn");
  }

  /// Whether each field of the ARN matches that of the pattern.
  static boolean match(List<Template> patterns, List<String> arn) {
    for (int i = 0; i < COUNT; i++) {
      if (!patterns.get(i).matches(arn.get(i))) {
        return false;
      }
    }
    return true;
  }
}
