package io.claviger.policy.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several ranges of IP addresses. Immutable.
///
/// AWS rule: IAM User Guide, "Condition operators", IP address condition operators.
public final class IpRanges {

  private final List<IpRange> ranges;

  /// Whether one of the texts is no range.
  private final boolean hasOdd;

  private IpRanges(List<IpRange> ranges, boolean hasOdd) {
    this.ranges = List.copyOf(ranges);
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

  /// The ranges; null if one of the texts is none.
  public @Nullable List<IpRange> all() {
    return hasOdd ? null : ranges;
  }

  /// Whether one of the ranges holds the address. Null if that cannot be told: the text is no
  /// address, or one of the policy's is no range and no other holds it.
  public @Nullable Boolean contain(String text) {
    byte[] address = IpAddresses.parse(text);
    if (address == null) {
      return null;
    }
    for (IpRange range : ranges) {
      if (range.contains(address)) {
        return true;
      }
    }
    return hasOdd ? null : false;
  }
}
