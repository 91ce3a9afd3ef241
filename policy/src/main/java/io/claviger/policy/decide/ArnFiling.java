package io.claviger.policy.decide;

import io.claviger.policy.match.ArnPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides under what the candidates of one service are filed in its [ArnTable].
final class ArnFiling {

  /// So many may share a part that tells only kinds of resource apart, like `role/`.
  private static final int CROWD = 8;

  /// A candidate and its pattern.
  private record Sorted(Candidate candidate, ArnPattern pattern) {}

  private final List<Sorted> all = new ArrayList<>();
  private final Map<String, Integer> prefixes = new HashMap<>();
  private final Map<String, Integer> suffixes = new HashMap<>();
  private final Set<String> filedPrefixes = new HashSet<>();
  private final Set<String> filedSuffixes = new HashSet<>();
  private boolean hasWhole;

  /// The candidates in the tables of all services.
  ///
  /// @param broad takes the candidates that no part of an ARN leads to
  static FiledCandidates file(List<Candidate> candidates, List<Candidate> broad) {
    Map<String, ArnFiling> byService = new HashMap<>();
    for (Candidate candidate : candidates) {
      ArnPattern pattern = candidate.pattern();
      String service = pattern == null ? null : pattern.service();
      if (pattern == null || service == null) {
        broad.add(candidate);
      } else {
        byService.computeIfAbsent(service, _ -> new ArnFiling()).add(candidate, pattern);
      }
    }
    List<Candidate> filed = new ArrayList<>();
    List<ArnTable> tables = new ArrayList<>();
    byService.forEach((service, filing) -> filing.file(service, broad, filed, tables));
    return new FiledCandidates(filed, tables);
  }

  private void add(Candidate candidate, ArnPattern pattern) {
    all.add(new Sorted(candidate, pattern));
    if (pattern.literal() == null) {
      prefixes.merge(pattern.resourcePrefix(), 1, Integer::sum);
      suffixes.merge(pattern.resourceSuffix(), 1, Integer::sum);
    }
  }

  private void file(
      String service, List<Candidate> broad, List<Candidate> filed, List<ArnTable> tables) {
    Map<Integer, List<Candidate>> byKey = new HashMap<>();
    for (Sorted one : all) {
      int key = key(one.pattern());
      if (key == 0) {
        broad.add(one.candidate());
      } else {
        filed.add(one.candidate());
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(one.candidate());
      }
    }
    if (!byKey.isEmpty()) {
      tables.add(new ArnTable(service, byKey, hasWhole, filedPrefixes, filedSuffixes));
    }
  }

  /// The key of a pattern; 0 if no part of it is worth one.
  private int key(ArnPattern pattern) {
    String literal = pattern.literal();
    if (literal != null) {
      hasWhole = true;
      return ArnTable.wholeKey(literal);
    }
    String prefix = pattern.resourcePrefix();
    String suffix = pattern.resourceSuffix();
    int sharingPrefix = sharing(prefixes, prefix);
    int sharingSuffix = sharing(suffixes, suffix);
    if (prefix.isEmpty() && suffix.isEmpty()) {
      return 0;
    }
    if (sharingSuffix < sharingPrefix) {
      filedSuffixes.add(suffix);
      return ArnTable.suffixKey(suffix);
    }
    if (isKind(prefix) && sharingPrefix > CROWD) {
      return 0;
    }
    filedPrefixes.add(prefix);
    return ArnTable.prefixKey(prefix);
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
