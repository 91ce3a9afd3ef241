package io.claviger.wire.query;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What AWS's API model demands of a value. Bounds are inclusive; a missing lower bound is 0 and a
/// missing upper one the largest number.
sealed interface Shape {

  /// A text, perhaps one of a few.
  ///
  /// @param min least length, in UTF-16 units as AWS counts
  /// @param isSecret whether the value must not be repeated in an answer
  record Text(
      int min, int max, @Nullable Pattern pattern, List<String> enumValues, boolean isSecret)
      implements Shape {

    public Text {
      enumValues = List.copyOf(enumValues);
    }

    /// Whether `value` has the pattern. A pattern with groups may cost the matcher a stack frame
    /// for every character, so it is tried only on values that are short enough; the others, single
    /// character classes, take linear time and no stack.
    boolean fitsPattern(String value) {
      if (pattern == null || (value.length() > max && pattern.pattern().indexOf('(') >= 0)) {
        return true;
      }
      return pattern.matcher(value).matches();
    }
  }

  record Whole(int min, int max) implements Shape {}

  record Flag() implements Shape {}

  record Items(int min, int max, Shape member) implements Shape {}

  record Structure(List<Member> members) implements Shape {

    public Structure {
      members = List.copyOf(members);
    }
  }

  /// A part of a structure.
  ///
  /// @param name as on the wire, `UserName`
  record Member(String name, boolean isRequired, Shape shape) {}
}
