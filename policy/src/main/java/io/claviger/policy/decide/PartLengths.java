package io.claviger.policy.decide;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// At which lengths the start of a text is looked up: those that the filed parts have. The near
/// ones, the short ones, are tried for every text. Which of the far ones are worth it is told by
/// the characters that the near ones go over: most texts start as no part does, and others as few.
/// How many are near is chosen so that the parts themselves are found with the least look-ups.
/// Immutable.
final class PartLengths {

  /// The bit of this far length and of all that are longer.
  private static final int LAST_BIT = Long.SIZE - 1;

  private static final int PLACES_PER_START = 4;

  /// To try more for every text is no better than to try all.
  private static final int MOST_NEAR = 16;

  /// Ascending, the near ones first.
  private final int[] lengths;

  private final int near;

  /// A bit for each far length, at the place of the start that a part of this length has. What has
  /// the same place shares the bits, which costs time and changes nothing.
  private final long[] far;

  /// @param parts that are filed; ends of texts are given backwards
  PartLengths(Collection<String> parts) {
    this.lengths = parts.stream().mapToInt(String::length).sorted().distinct().toArray();
    int best = lengths.length;
    double bestCost = best;
    Map<Integer, Long> bestStarts = Map.of();
    for (int tried = 1; tried < Math.min(bestCost, MOST_NEAR); tried++) {
      List<Start> starts = starts(parts, tried);
      Map<Integer, Long> byHash = byHash(starts);
      double cost = tried + probes(starts, byHash, tried) / (double) parts.size();
      if (cost < bestCost) {
        best = tried;
        bestCost = cost;
        bestStarts = byHash;
      }
    }
    this.near = best;
    this.far = new long[Math.max(1, Integer.highestOneBit(bestStarts.size()) * PLACES_PER_START)];
    bestStarts.forEach((hash, bits) -> far[place(hash)] |= bits);
  }

  /// What a part that is longer than the near lengths starts with, and the bit of its length.
  private record Start(int hash, long bit) {}

  private List<Start> starts(Collection<String> parts, int near) {
    int end = lengths[near - 1];
    return parts.stream()
        .filter(part -> part.length() > end)
        .map(part -> new Start(part.substring(0, end).hashCode(), bit(part.length(), near)))
        .toList();
  }

  private long bit(int length, int near) {
    return 1L << Math.min(Arrays.binarySearch(lengths, length) - near, LAST_BIT);
  }

  private static Map<Integer, Long> byHash(List<Start> starts) {
    Map<Integer, Long> byHash = new HashMap<>();
    starts.forEach(start -> byHash.merge(start.hash(), start.bit(), (one, other) -> one | other));
    return byHash;
  }

  /// How many far lengths are tried if each of the parts is looked up.
  private int probes(List<Start> starts, Map<Integer, Long> byHash, int near) {
    int behindLastBit = Math.max(0, lengths.length - near - Long.SIZE);
    int probes = 0;
    for (Start start : starts) {
      long bits = byHash.getOrDefault(start.hash(), 0L);
      probes += Long.bitCount(bits) + (bits < 0 ? behindLastBit : 0);
    }
    return probes;
  }

  private int place(int hash) {
    return (hash ^ (hash >>> Short.SIZE)) & (far.length - 1);
  }

  /// How many lengths there are.
  int count() {
    return lengths.length;
  }

  /// One of the lengths; they ascend.
  int length(int number) {
    return lengths[number];
  }

  /// Whether it is the longest that is tried for every text; what is told by the text so far is
  /// told by [#far].
  boolean isLastNear(int number) {
    return number == near - 1;
  }

  /// The far lengths that are worth trying, a bit for each.
  ///
  /// @param hash of as many characters as the last near length has
  long far(int hash) {
    return far[place(hash)];
  }

  /// The number of the length to try behind another; [#count] if there is none.
  ///
  /// @param open far lengths, as long as that is not known whatever
  int next(int number, long open) {
    int next = number + 1;
    if (next < near) {
      return next;
    }
    int bit = next - near;
    if (bit >= LAST_BIT) {
      return open < 0 ? next : count();
    }
    long behind = open >>> bit;
    return behind == 0 ? count() : next + Long.numberOfTrailingZeros(behind);
  }
}
