package io.claviger.policy.decide;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The candidates of one service's ARNs, each filed under a literal part of its pattern: the whole
/// ARN if it is literal, else the start or the end of the resource part, whichever fewer patterns
/// share ([ArnFiling]).
///
/// A request is looked up once as a whole, and once for each length of start and of end that is in
/// use and may be worth it ([PartLengths]). What stands under the same hash is a candidate like
/// any: two parts that collide cost time and change nothing. Immutable.
final class ArnTable {

  private static final int PREFIX = 1;
  private static final int SUFFIX = 2;
  private static final int WHOLE = 3;

  private static final int FILTER_BITS_PER_KEY = 16;

  private static final int FILTER_SHIFT = 6;

  private final String service;
  private final boolean hasWhole;
  private final PartLengths prefixes;
  private final PartLengths suffixes;

  /// Two bits for each key, in a word of many more than there are keys: most look-ups are in vain,
  /// and these bits are few enough to stay in the processor's cache.
  private final long[] filter;

  private final CandidateRows rows;

  /// @param prefixes that candidates are filed under
  /// @param suffixes that candidates are filed under
  ArnTable(
      String service,
      Map<Integer, List<Candidate>> byKey,
      boolean hasWhole,
      Set<String> prefixes,
      Set<String> suffixes) {
    this.service = service;
    this.hasWhole = hasWhole;
    this.prefixes = new PartLengths(prefixes);
    this.suffixes = new PartLengths(suffixes.stream().map(ArnTable::backwards).toList());
    int bits = Integer.highestOneBit(byKey.size()) * 2 * FILTER_BITS_PER_KEY;
    this.filter = new long[Math.max(1, bits / Long.SIZE)];
    byKey.keySet().forEach(key -> filter[filterWord(key)] |= filterBits(key));
    this.rows = CandidateRows.of(byKey);
  }

  /// By other bits of the key than those within the word.
  private int filterWord(int key) {
    return (key >>> (2 * FILTER_SHIFT)) & (filter.length - 1);
  }

  private static long filterBits(int key) {
    return (1L << key) | (1L << (key >>> FILTER_SHIFT));
  }

  String service() {
    return service;
  }

  /// Matches the candidates that the resource leads to and that are about the action.
  ///
  /// @param question whose resource is an ARN of the service
  void offer(Question question, ActionView view, Fold fold) {
    if (hasWhole) {
      offer(wholeKey(question.resource()), question, view, fold);
    }
    offer(PREFIX, prefixes, question, view, fold);
    offer(SUFFIX, suffixes, question, view, fold);
  }

  private void offer(int kind, PartLengths lengths, Question question, ActionView view, Fold fold) {
    int most = question.resource().length() - question.resourceStart();
    int hash = 0;
    int hashed = 0;
    long far = 0;
    for (int number = 0; number < lengths.count(); number = lengths.next(number, far)) {
      int length = lengths.length(number);
      if (length > most) {
        return;
      }
      for (; hashed < length; hashed++) {
        hash = 31 * hash + character(kind, hashed, question);
      }
      offer(key(kind, length, hash), question, view, fold);
      if (lengths.isLastNear(number)) {
        far = lengths.far(hash);
      }
    }
  }

  /// A character of the resource part, counted from where the part of this kind starts.
  private static char character(int kind, int at, Question question) {
    String text = question.resource();
    return kind == PREFIX
        ? text.charAt(question.resourceStart() + at)
        : text.charAt(text.length() - 1 - at);
  }

  private void offer(int key, Question question, ActionView view, Fold fold) {
    long bits = filterBits(key);
    if ((filter[filterWord(key)] & bits) == bits) {
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
    return key(SUFFIX, suffix.length(), backwards(suffix).hashCode());
  }

  private static String backwards(String text) {
    StringBuilder backwards = new StringBuilder();
    for (int at = text.length(); at > 0; at--) {
      backwards.append(text.charAt(at - 1));
    }
    return backwards.toString();
  }

  /// Never 0. The low bits, by which keys are placed, depend on all of it.
  private static int key(int kind, int length, int hash) {
    int mixed = (hash ^ (((length << 2) | kind) * 0x9E3779B9)) * 0x85EBCA6B;
    mixed ^= mixed >>> 15;
    return mixed == 0 ? 1 : mixed;
  }
}
