package io.claviger.policy.decide;

import io.claviger.policy.match.ArnPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The candidates of one service's ARNs, each filed under a literal part of its pattern: the whole
/// ARN if it is literal, else the start or the end of the resource part, whichever fewer patterns
/// share.
///
/// A request is looked up once as a whole, and once for each length of start and of end that is in
/// use. What stands under the same hash is a candidate like any: two parts that collide cost time
/// and change nothing. Immutable.
final class ArnTable {

  private static final int PREFIX = 1;
  private static final int SUFFIX = 2;
  private static final int WHOLE = 3;

  /// For each place of the table; it has two to four times as many places as keys.
  private static final int FILTER_BITS = 8;

  private static final int FILTER_SHIFT = 6;

  private final String service;
  private final boolean hasWhole;
  private final int[] prefixLengths;
  private final int[] suffixLengths;

  /// A bit for each key, at a place of many more than there are keys: most look-ups are in vain,
  /// and these bits are few enough to stay in the processor's cache.
  private final long[] filter;

  /// Open addressing: the key at its place or behind; 0 is free. At most half are taken.
  private final int[] keys;

  private final @Nullable Candidate[] first;

  private ArnTable(String service, Map<Integer, Candidate> byKey, Filing filing) {
    this.service = service;
    this.hasWhole = filing.hasWhole;
    this.prefixLengths = filing.prefixLengths.stream().mapToInt(Integer::intValue).toArray();
    this.suffixLengths = filing.suffixLengths.stream().mapToInt(Integer::intValue).toArray();
    int size = Math.max(2, Integer.highestOneBit(byKey.size()) << 2);
    this.keys = new int[size];
    this.first = new Candidate[size];
    this.filter = new long[Math.max(1, size * FILTER_BITS / Long.SIZE)];
    byKey.forEach(this::put);
  }

  private void put(int key, Candidate candidate) {
    filter[filterWord(key)] |= 1L << key;
    int at = place(key);
    while (keys[at] != 0) {
      at = (at + 1) & (keys.length - 1);
    }
    keys[at] = key;
    first[at] = candidate;
  }

  /// By other bits of the key than those of its place and those within the word.
  private int filterWord(int key) {
    return (key >>> FILTER_SHIFT) & (filter.length - 1);
  }

  private int place(int key) {
    return key & (keys.length - 1);
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
      offer(key(WHOLE, text.length(), text.hashCode()), question, view, fold);
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
    if ((filter[filterWord(key)] & (1L << key)) == 0) {
      return;
    }
    for (int at = place(key); keys[at] != 0; at = (at + 1) & (keys.length - 1)) {
      if (keys[at] == key) {
        for (Candidate one = first[at]; one != null; one = one.next()) {
          if (view.covers(one)) {
            one.offer(question, fold);
          }
        }
        return;
      }
    }
  }

  /// Never 0. The low bits, by which keys are placed, depend on all of it.
  private static int key(int kind, int length, int hash) {
    int mixed = (hash ^ (((length << 2) | kind) * 0x9E3779B9)) * 0x85EBCA6B;
    mixed ^= mixed >>> 15;
    return mixed == 0 ? 1 : mixed;
  }

  /// The hash of a text from its end.
  private static int reverseHash(String text) {
    int hash = 0;
    for (int at = text.length(); at > 0; at--) {
      hash = 31 * hash + text.charAt(at - 1);
    }
    return hash;
  }

  /// Files the candidates of all services.
  static final class Builder {

    private final Map<String, Filing> byService = new HashMap<>();
    private final List<Candidate> broad;

    /// @param broad takes the candidates that cannot be filed
    Builder(List<Candidate> broad) {
      this.broad = broad;
    }

    void add(Candidate candidate) {
      ArnPattern pattern = candidate.pattern();
      String service = pattern == null ? null : pattern.service();
      if (service == null) {
        broad.add(candidate);
      } else {
        byService.computeIfAbsent(service, _ -> new Filing()).add(candidate);
      }
    }

    List<ArnTable> build() {
      List<ArnTable> tables = new ArrayList<>();
      byService.forEach((service, filing) -> {
        Map<Integer, Candidate> byKey = filing.file(broad);
        if (!byKey.isEmpty()) {
          tables.add(new ArnTable(service, byKey, filing));
        }
      });
      return tables;
    }
  }

  /// Decides under what the candidates of one service are filed.
  private static final class Filing {

    /// So many may share a part that tells only kinds of resource apart, like `role/`.
    private static final int CROWD = 8;

    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Integer> prefixes = new HashMap<>();
    private final Map<String, Integer> suffixes = new HashMap<>();
    private final TreeSet<Integer> prefixLengths = new TreeSet<>();
    private final TreeSet<Integer> suffixLengths = new TreeSet<>();
    private boolean hasWhole;

    void add(Candidate candidate) {
      candidates.add(candidate);
      ArnPattern pattern = pattern(candidate);
      if (pattern.literal() == null) {
        prefixes.merge(pattern.resourcePrefix(), 1, Integer::sum);
        suffixes.merge(pattern.resourceSuffix(), 1, Integer::sum);
      }
    }

    Map<Integer, Candidate> file(List<Candidate> broad) {
      Map<Integer, Candidate> byKey = new HashMap<>();
      for (Candidate candidate : candidates) {
        int key = key(pattern(candidate));
        if (key == 0) {
          broad.add(candidate);
        } else {
          byKey.put(key, candidate.before(byKey.get(key)));
        }
      }
      return byKey;
    }

    private static ArnPattern pattern(Candidate candidate) {
      ArnPattern pattern = candidate.pattern();
      if (pattern == null) {
        throw new IllegalStateException("only candidates with a pattern are filed");
      }
      return pattern;
    }

    /// The key of a pattern; 0 if no part of it is worth one.
    private int key(ArnPattern pattern) {
      String literal = pattern.literal();
      if (literal != null) {
        hasWhole = true;
        return ArnTable.key(WHOLE, literal.length(), literal.hashCode());
      }
      String prefix = pattern.resourcePrefix();
      String suffix = pattern.resourceSuffix();
      int sharingPrefix = sharing(prefixes, prefix);
      int sharingSuffix = sharing(suffixes, suffix);
      if (prefix.isEmpty() && suffix.isEmpty()) {
        return 0;
      }
      if (sharingSuffix < sharingPrefix) {
        suffixLengths.add(suffix.length());
        return ArnTable.key(SUFFIX, suffix.length(), reverseHash(suffix));
      }
      if (isKind(prefix) && sharingPrefix > CROWD) {
        return 0;
      }
      prefixLengths.add(prefix.length());
      return ArnTable.key(PREFIX, prefix.length(), prefix.hashCode());
    }

    private static int sharing(Map<String, Integer> counts, String part) {
      return part.isEmpty() ? Integer.MAX_VALUE : counts.getOrDefault(part, 0);
    }

    /// Whether it is no more than the word that names the type of resource, as `role/` or
    /// `function:`.
    private static boolean isKind(String prefix) {
      for (int i = 0; i < prefix.length(); i++) {
        if (prefix.charAt(i) == '/' || prefix.charAt(i) == ':') {
          return i == prefix.length() - 1;
        }
      }
      return false;
    }
  }
}
