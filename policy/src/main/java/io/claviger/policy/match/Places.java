package io.claviger.policy.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where each character of a text stands, as bits: for a text that many patterns are tried on, or
/// one that is hard to match. To search it takes at most as many steps as the text is long, times
/// the length of what is sought, by 64; and memory in proportion to the text, whatever is in it.
///
/// Places are counted from the start of the text. Used by one thread.
final class Places {

  private static final int ASCII = 0x80;

  private final int from;
  private final int to;
  private final PlaceTable table;

  /// The row of each ASCII character.
  private final int[] ascii = new int[ASCII];

  /// The rows of other characters.
  private final Map<Character, Integer> others = new HashMap<>();

  /// The rows of whole strings that were asked for.
  private final Map<String, Integer> strings = new HashMap<>();

  private final Sought sought = new Sought();

  /// The places in `text[from, to)`.
  Places(String text, int from, int to) {
    this.from = from;
    this.to = to;
    this.table = new PlaceTable(length());
    Map<Character, List<Integer>> beyond = new HashMap<>();
    for (int place = 0; place < length(); place++) {
      char c = text.charAt(from + place);
      if (c >= ASCII) {
        beyond.computeIfAbsent(c, _ -> new ArrayList<>()).add(place);
        continue;
      }
      if (ascii[c] == PlaceTable.NOWHERE) {
        ascii[c] = table.add();
      }
      table.add(ascii[c], place);
    }
    beyond.forEach((c, places) -> others.put(c, table.add(places)));
  }

  /// Whether these are the places in `text[from, to)`.
  boolean areOf(int from, int to) {
    return this.from == from && this.to == to;
  }

  int length() {
    return to - from;
  }

  /// What to search for, of which there is one at a time: nothing yet.
  Sought sought() {
    sought.clear();
    return sought;
  }

  private int row(char c) {
    return c < ASCII ? ascii[c] : others.getOrDefault(c, PlaceTable.NOWHERE);
  }

  private int row(String string) {
    Integer known = strings.get(string);
    if (known != null) {
      return known;
    }
    Sought whole = new Sought();
    for (int i = 0; i < string.length(); i++) {
      whole.add(string.charAt(i));
    }
    int row = whole.addRow();
    strings.put(string, row);
    return row;
  }

  /// What stands in a row: characters, strings, and gaps where any character does.
  final class Sought {

    private static final int ROOM = 16;

    private int[] rows = new int[ROOM];

    /// How far behind the start of what is sought each of these stands.
    private int[] offsets = new int[ROOM];

    private int count;
    private int length;

    // Before the one place and behind the other it does not stand.
    private int first;
    private int last;

    private Sought() {
      clear();
    }

    private void clear() {
      count = 0;
      length = 0;
      first = 0;
      last = Places.this.length();
    }

    void addAny() {
      length++;
    }

    void add(char c) {
      add(row(c), 1);
    }

    void add(String string) {
      if (!string.isEmpty()) {
        add(row(string), string.length());
      }
    }

    private void add(int row, int width) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
        offsets = Arrays.copyOf(offsets, 2 * count);
      }
      rows[count] = row;
      offsets[count++] = length;
      first = Math.max(first, table.first(row) - length);
      last = Math.min(last, table.last(row) - length);
      length += width;
    }

    int length() {
      return length;
    }

    /// Whether it stands at the place.
    boolean standsAt(int place) {
      return find(place, Math.min(place + length, Places.this.length())) == place;
    }

    /// The first place at which it stands or behind, and that ends before `end`; -1 if there is
    /// none.
    int find(int at, int end) {
      int least = Math.max(at, first);
      int most = Math.min(end - length, last);
      long behind = -1L << least;
      for (int start = least & -Long.SIZE; start <= most; start += Long.SIZE) {
        long found = standing(start) & behind;
        if (found != 0) {
          int place = start + Long.numberOfTrailingZeros(found);
          return place <= most ? place : -1;
        }
        behind = -1L;
      }
      return -1;
    }

    private long standing(int start) {
      long standing = -1L;
      for (int i = 0; i < count && standing != 0; i++) {
        standing &= table.window(rows[i], start + offsets[i]);
      }
      return standing;
    }

    /// Adds all places where it stands to the table.
    private int addRow() {
      int row = table.add();
      for (int start = 0; start <= last; start += Long.SIZE) {
        table.add(row, start, standing(start));
      }
      return row;
    }
  }
}
