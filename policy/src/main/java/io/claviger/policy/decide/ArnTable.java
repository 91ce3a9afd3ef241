package io.claviger.policy.decide;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The candidates of one service's ARNs, each filed under a literal part of its pattern: the whole
/// ARN if it is literal, else the start or the end of the resource part, whichever fewer patterns
/// share ([ArnFiling]).
///
/// A request is looked up once as a whole, and once for each length of start and of end that is in
/// use. What stands under the same hash is a candidate like any: two parts that collide cost time
/// and change nothing. Immutable.
final class ArnTable {

  private static final int PREFIX = 1;
  private static final int SUFFIX = 2;
  private static final int WHOLE = 3;

  private static final int FILTER_BITS_PER_KEY = 16;

  private static final int FILTER_SHIFT = 6;

  private final String service;
  private final boolean hasWhole;
  private final int[] prefixLengths;
  private final int[] suffixLengths;

  /// A bit for each key, at a place of many more than there are keys: most look-ups are in vain,
  /// and these bits are few enough to stay in the processor's cache.
  private final long[] filter;

  private final CandidateRows rows;

  /// @param prefixLengths in use, ascending
  /// @param suffixLengths in use, ascending
  ArnTable(
      String service,
      Map<Integer, List<Candidate>> byKey,
      boolean hasWhole,
      Set<Integer> prefixLengths,
      Set<Integer> suffixLengths) {
    this.service = service;
    this.hasWhole = hasWhole;
    this.prefixLengths = prefixLengths.stream().mapToInt(Integer::intValue).toArray();
    this.suffixLengths = suffixLengths.stream().mapToInt(Integer::intValue).toArray();
    int bits = Integer.highestOneBit(byKey.size()) * 2 * FILTER_BITS_PER_KEY;
    this.filter = new long[Math.max(1, bits / Long.SIZE)];
    byKey.keySet().forEach(key -> filter[filterWord(key)] |= 1L << key);
    this.rows = new CandidateRows(byKey);
  }

  /// By other bits of the key than those of its place and those within the word.
  private int filterWord(int key) {
    return (key >>> FILTER_SHIFT) & (filter.length - 1);
  }

  String service() {
    return service;
  }

  /// Matches the candidates that the resource leads to and that are about the action.
  ///
  /// @param question whose resource is an ARN of the service
  void offer(Question question, ActionView view, Fold fold) {
    String text = question.resource();
    if (hasWhole) {
      offer(wholeKey(text), question, view, fold);
    }
    int start = question.resourceStart();
    int hash = 0;
    int at = start;
    for (int length : prefixLengths) {
      if (start + length > text.length()) {
        break;
      }
      for (; at < start + length; at++) {
        hash = 31 * hash + text.charAt(at);
      }
      offer(key(PREFIX, length, hash), question, view, fold);
    }
    offerSuffixes(question, view, fold);
  }

  private void offerSuffixes(Question question, ActionView view, Fold fold) {
    String text = question.resource();
    int hash = 0;
    int at = text.length();
    for (int length : suffixLengths) {
      if (text.length() - length < question.resourceStart()) {
        break;
      }
      for (; at > text.length() - length; at--) {
        hash = 31 * hash + text.charAt(at - 1);
      }
      offer(key(SUFFIX, length, hash), question, view, fold);
    }
  }

  private void offer(int key, Question question, ActionView view, Fold fold) {
    if ((filter[filterWord(key)] & (1L << key)) != 0) {
      rows.offer(key, question, view, fold);
    }
  }

  /// The key of a whole ARN.
  static int wholeKey(String arn) {
    return key(WHOLE, arn.length(), arn.hashCode());
  }

  /// The key of the start of a resource part.
  static int prefixKey(String prefix) {
    return key(PREFIX, prefix.length(), prefix.hashCode());
  }

  /// The key of the end of a resource part, which is hashed from its end.
  static int suffixKey(String suffix) {
    int hash = 0;
    for (int at = suffix.length(); at > 0; at--) {
      hash = 31 * hash + suffix.charAt(at - 1);
    }
    return key(SUFFIX, suffix.length(), hash);
  }

  /// Never 0. The low bits, by which keys are placed, depend on all of it.
  private static int key(int kind, int length, int hash) {
    int mixed = (hash ^ (((length << 2) | kind) * 0x9E3779B9)) * 0x85EBCA6B;
    mixed ^= mixed >>> 15;
    return mixed == 0 ? 1 : mixed;
  }
}
