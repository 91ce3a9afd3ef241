package io.claviger.policy.condition;

import io.claviger.policy.match.Truth;
import io.claviger.policy.value.IpRange;
import io.claviger.policy.value.ValueCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the codes of requests' values ([ValueCode]) tell of a comparison, without a look at the
/// texts. Immutable.
///
/// Whatever is compared, it comes to the same: the codes of the values that compare make one or a
/// few ranges of numbers.
final class CodeRanges {

  private static final int ALL_KINDS =
      kinds(
          ValueCode.TEXT,
          ValueCode.WORD,
          ValueCode.MIXED_WORD,
          ValueCode.NUMBER,
          ValueCode.TIME,
          ValueCode.ADDRESS);

  /// Those of which no text has a large letter.
  private static final int SMALL_KINDS = kinds(ValueCode.WORD, ValueCode.NUMBER, ValueCode.ADDRESS);

  // The first code in a range and the last, kept near; if there is none, they are the wrong way
  // round.
  private final long first;
  private final long last;

  /// The first and the last code of each range, ascending. Ranges do not overlap.
  private final long[] bounds;

  /// The kinds of code of which none compares that is in no range. Of the others only the text
  /// tells.
  private final int told;

  private CodeRanges(Stream<Range> ranges, int told) {
    this.bounds = bounds(ranges);
    this.first = bounds.length == 0 ? 0 : bounds[0];
    this.last = bounds.length == 0 ? -1 : bounds[bounds.length - 1];
    this.told = told;
  }

  /// @param last the range includes it
  private record Range(long first, long last) {

    static Range of(int kind, long first, long last) {
      return new Range(ValueCode.of(kind, first), ValueCode.of(kind, last));
    }

    static Range of(String text) {
      long code = ValueCode.of(text);
      return new Range(code, code);
    }
  }

  private static long[] bounds(Stream<Range> ranges) {
    long[] bounds = new long[0];
    int size = 0;
    for (Range range : ranges.sorted(Comparator.comparingLong(Range::first)).toList()) {
      if (size > 0 && range.first() <= bounds[size - 1]) {
        bounds[size - 1] = Math.max(bounds[size - 1], range.last());
        continue;
      }
      if (size == bounds.length) {
        bounds = Arrays.copyOf(bounds, Math.max(2, 2 * size));
      }
      bounds[size] = range.first();
      bounds[size + 1] = range.last();
      size += 2;
    }
    return Arrays.copyOf(bounds, size);
  }

  private static int kinds(int... kinds) {
    int bits = 0;
    for (int kind : kinds) {
      bits |= 1 << kind;
    }
    return bits;
  }

  /// Of a value that is one of the texts.
  static CodeRanges oneOf(Collection<String> texts) {
    return new CodeRanges(texts.stream().map(Range::of), ALL_KINDS);
  }

  /// Of a value that is the text but for case.
  ///
  /// @param text in lower case
  static CodeRanges ignoringCase(String text) {
    return new CodeRanges(Stream.of(Range.of(text)), SMALL_KINDS);
  }

  /// Of a number or time that is in a range.
  ///
  /// @param first may be less than what codes can say
  /// @param last the range includes it; if it is less than the first, nothing is in the range
  /// @param kinds those of the values that are compared
  static CodeRanges between(long first, long last, int... kinds) {
    long least = Math.max(0, first);
    Stream<Range> ranges =
        last < least
            ? Stream.of()
            : IntStream.of(kinds).mapToObj(kind -> Range.of(kind, least, last));
    return new CodeRanges(ranges, kinds(kinds));
  }

  /// Of an address that is in one of the ranges.
  static CodeRanges addresses(List<IpRange> ranges) {
    return new CodeRanges(
        ranges.stream()
            .filter(IpRange::isV4)
            .map(range -> Range.of(ValueCode.ADDRESS, range.first(), range.last())),
        kinds(ValueCode.ADDRESS));
  }

  /// Of a value that compares with any of the policy's; null if codes tell nothing of one of them.
  static @Nullable CodeRanges any(List<ValueTest> tests) {
    Stream.Builder<Range> ranges = Stream.builder();
    int told = ALL_KINDS;
    for (ValueTest test : tests) {
      CodeRanges one = test.byCode();
      if (one == null) {
        return null;
      }
      for (int i = 0; i < one.bounds.length; i += 2) {
        ranges.add(new Range(one.bounds[i], one.bounds[i + 1]));
      }
      told &= one.told;
    }
    return new CodeRanges(ranges.build(), told);
  }

  /// Whether a value of this code compares; [Truth#UNKNOWN] if only its text tells.
  Truth compare(long code) {
    int kind = ValueCode.kind(code);
    if (first <= code && code <= last && isInRange(code)) {
      return kind == ValueCode.TEXT ? Truth.UNKNOWN : Truth.TRUE;
    }
    return (told & (1 << kind)) == 0 ? Truth.UNKNOWN : Truth.FALSE;
  }

  /// @param code between the first and the last
  private boolean isInRange(long code) {
    if (bounds.length == 2) {
      return true;
    }
    // Within a range it would stand behind a first code, which have even places.
    int at = Arrays.binarySearch(bounds, code);
    return at >= 0 || (-at - 1) % 2 == 1;
  }
}
