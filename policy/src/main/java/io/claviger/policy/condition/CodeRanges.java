package io.claviger.policy.condition;

import io.claviger.policy.value.IpRange;
import io.claviger.policy.value.ValueCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The codes of the values that compare with a policy's ([ValueCode]). Immutable.
///
/// Whatever is compared, it comes to the same: these codes make one or a few ranges of numbers.
///
/// @param ranges ascending; they do not overlap
/// @param told the kinds of code of which none compares that is in no range. Of the others only the
///   text tells
/// @param ends how texts start and end that may compare though they are in no range; none where
///   texts are not told
record CodeRanges(List<Range> ranges, int told, List<ValueCode.Ends> ends) {

  /// Of which the codes tell nothing.
  static final CodeRanges UNTOLD = new CodeRanges(List.of(), 0, List.of());

  private static final int ALL_KINDS =
      kinds(
          ValueCode.TEXT,
          ValueCode.WORD,
          ValueCode.MIXED_WORD,
          ValueCode.NUMBER,
          ValueCode.TIME,
          ValueCode.ADDRESS,
          ValueCode.LONG_WORD);

  /// Those of which no text has a large letter.
  private static final int SMALL_KINDS =
      kinds(ValueCode.WORD, ValueCode.NUMBER, ValueCode.ADDRESS, ValueCode.LONG_WORD);

  /// @param last the range includes it
  record Range(long first, long last) {

    static Range of(int kind, long first, long last) {
      return new Range(ValueCode.of(kind, first), ValueCode.of(kind, last));
    }

    static Range of(String text) {
      long code = ValueCode.of(text);
      return new Range(code, code);
    }
  }

  private CodeRanges(Stream<Range> ranges, int told) {
    this(merged(ranges), told, List.of());
  }

  private static List<Range> merged(Stream<Range> ranges) {
    List<Range> merged = new ArrayList<>();
    for (Range range : ranges.sorted(Comparator.comparingLong(Range::first)).toList()) {
      Range before = merged.isEmpty() ? null : merged.getLast();
      if (before == null || range.first() > before.last()) {
        merged.add(range);
      } else {
        long last = Math.max(before.last(), range.last());
        merged.set(merged.size() - 1, new Range(before.first(), last));
      }
    }
    return merged;
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

  /// Of a value that starts and ends so, which does not suffice.
  static CodeRanges withEnds(String start, String end) {
    return start.isEmpty() && end.isEmpty()
        ? UNTOLD
        : new CodeRanges(List.of(), kinds(ValueCode.TEXT), List.of(ValueCode.Ends.of(start, end)));
  }

  /// Of a value that compares with any of the policy's.
  static CodeRanges any(List<ValueTest> tests) {
    Stream.Builder<Range> ranges = Stream.builder();
    List<ValueCode.Ends> ends = new ArrayList<>();
    int told = ALL_KINDS;
    for (ValueTest test : tests) {
      CodeRanges one = test.byCode();
      one.ranges.forEach(ranges);
      ends.addAll(one.ends);
      told &= one.told;
    }
    boolean areTextsTold = (told & kinds(ValueCode.TEXT)) != 0;
    return new CodeRanges(merged(ranges.build()), told, areTextsTold ? ends : List.of());
  }
}
