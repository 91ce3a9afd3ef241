package io.claviger.policy.condition;

import io.claviger.policy.match.KeyName;
import io.claviger.policy.match.Truth;
import io.claviger.policy.value.ValueCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A condition as far as the code of the key's value tells it ([ValueCode]): nearly always. It is
/// one small object, where to look at texts takes many that lie apart in memory. Immutable.
public final class CodedCondition {

  // One of it, since most conditions have no ends.
  private static final long[] NO_ENDS = {};

  private final KeyName key;

  /// What holds of a request that lacks the key, as most do.
  private final Truth ofAbsent;

  private final boolean isNegated;

  // The first code of all ranges of codes that compare and the last; if there is none, they are the
  // wrong way round.
  private final long first;
  private final long last;

  /// The first and the last code of each range, ascending, if there are several; else null.
  private final long @Nullable [] bounds;

  /// The [mask][ValueCode.Ends] and the bits of texts that may compare though they are in no range.
  private final long[] ends;

  /// As [CodeRanges] has it.
  private final int told;

  /// @param ofAbsent what holds of a request that lacks the key
  /// @param compared before negation
  CodedCondition(KeyName key, Truth ofAbsent, boolean isNegated, CodeRanges compared) {
    List<CodeRanges.Range> ranges = compared.ranges();
    this.key = key;
    this.ofAbsent = ofAbsent;
    this.isNegated = isNegated;
    this.first = ranges.isEmpty() ? 0 : ranges.getFirst().first();
    this.last = ranges.isEmpty() ? -1 : ranges.getLast().last();
    this.bounds = ranges.size() <= 1 ? null : bounds(ranges);
    this.told = compared.told();
    this.ends = compared.ends().isEmpty() ? NO_ENDS : ends(compared.ends());
  }

  private static long[] bounds(List<CodeRanges.Range> ranges) {
    return ranges.stream()
        .flatMapToLong(range -> LongStream.of(range.first(), range.last()))
        .toArray();
  }

  private static long[] ends(List<ValueCode.Ends> all) {
    return all.stream().flatMapToLong(ends -> LongStream.of(ends.mask(), ends.bits())).toArray();
  }

  /// Whether the request meets the condition; [Truth#UNKNOWN] if that cannot be told, or takes a
  /// look at texts.
  public Truth holds(CodedContext context) {
    int place = context.place(key);
    if (place == CodedContext.ABSENT) {
      return ofAbsent;
    }
    Truth compared = compare(context.code(place));
    return isNegated ? compared.not() : compared;
  }

  private Truth compare(long code) {
    int kind = ValueCode.kind(code);
    if (first <= code && code <= last && (bounds == null || isInRange(bounds, code))) {
      return kind == ValueCode.TEXT ? Truth.UNKNOWN : Truth.TRUE;
    }
    boolean isOpen = (told & (1 << kind)) == 0 || (kind == ValueCode.TEXT && mayCompare(code));
    return isOpen ? Truth.UNKNOWN : Truth.FALSE;
  }

  private boolean mayCompare(long text) {
    for (int i = 0; i < ends.length; i += 2) {
      if ((text & ends[i]) == ends[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInRange(long[] bounds, long code) {
    // Within a range it would stand behind a first code, which have even places.
    int at = Arrays.binarySearch(bounds, code);
    return at >= 0 || (-at - 1) % 2 == 1;
  }
}
