package io.claviger.policy.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several ranges of IP addresses. Immutable.
///
/// AWS rule: IAM User Guide, "Condition operators", IP address condition operators.
public final class IpRanges {

  private final IpRange[] ranges;

  /// Whether one of the texts is no range.
  private final boolean hasOdd;

  private IpRanges(List<IpRange> ranges, boolean hasOdd) {
    this.ranges = ranges.toArray(IpRange[]::new);
    this.hasOdd = hasOdd;
  }

  /// The ranges that are some.
  public static IpRanges of(List<String> texts) {
    List<IpRange> ranges = new ArrayList<>();
    for (String text : texts) {
      IpRange range = IpRange.parse(text);
      if (range != null) {
        ranges.add(range);
      }
    }
    return new IpRanges(ranges, ranges.size() < texts.size());
  }

  /// Whether one of the ranges holds the address. Null if that cannot be told: the text is no
  /// address, or one of the policy's is no range and no other holds it.
  public @Nullable Boolean contain(String text) {
    long v4 = IpAddresses.v4(text);
    byte[] other = v4 < 0 ? IpAddresses.parse(text) : null;
    if (v4 < 0 && other == null) {
      return null;
    }
    for (IpRange range : ranges) {
      if (other == null ? range.contains(v4) : range.contains(other)) {
        return true;
      }
    }
    return hasOdd ? null : false;
  }
}
