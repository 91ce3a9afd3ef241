package io.claviger.policy.second;

import java.util.ArrayList;
import java.util.List;

/// All there are of something small.
final class Subsets {

  private Subsets() {}

  /// All sublists, the empty one first.
  static <T> List<List<T>> of(List<T> items) {
    List<List<T>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << items.size(); bits++) {
      List<T> subset = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(items.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  /// All texts of the letters, from the empty one to those of `maxLength`.
  static List<String> texts(String letters, int maxLength) {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int from = 0, length = 1; length <= maxLength; length++) {
      int to = texts.size();
      for (String shorter : List.copyOf(texts.subList(from, to))) {
        letters.chars().forEach(letter -> texts.add(shorter + (char) letter));
      }
      from = to;
    }
    return texts;
  }
}
