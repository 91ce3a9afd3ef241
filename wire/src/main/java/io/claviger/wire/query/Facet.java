package io.claviger.wire.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One thing that a model demands of a text.
///
/// @param demand in AWS's words
/// @param pattern the regular expression it is about, or empty
record Facet(String demand, String pattern, Predicate<String> test) {

  boolean isMetBy(String value) {
    return test.test(value);
  }

  /// Everything the model demands of such a text.
  static List<Facet> of(Shape.Text shape) {
    List<Facet> facets = new ArrayList<>();
    if (shape.max() < Integer.MAX_VALUE) {
      facets.add(
          new Facet(
              "Member must have length less than or equal to " + shape.max(),
              "",
              value -> value.length() <= shape.max()));
    }
    if (shape.min() > 0) {
      facets.add(
          new Facet(
              "Member must have length greater than or equal to " + shape.min(),
              "",
              value -> value.length() >= shape.min()));
    }
    if (shape.pattern() != null) {
      String pattern = shape.pattern().pattern();
      facets.add(
          new Facet(
              "Member must satisfy regular expression pattern: " + pattern,
              pattern,
              shape::fitsPattern));
    }
    if (!shape.enumValues().isEmpty()) {
      facets.add(
          new Facet(
              "Member must satisfy enum value set: " + shape.enumValues(),
              "",
              shape.enumValues()::contains));
    }
    return facets;
  }
}
