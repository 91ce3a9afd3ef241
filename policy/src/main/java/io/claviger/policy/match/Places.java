package io.claviger.policy.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Where each character of a text stands, as bits: for a text that many patterns are tried on, or
/// one that is hard to match. To search it takes at most as many steps as the text is long, times
/// the length of what is sought, by 64; and memory in proportion to the text, whatever is in it.
///
/// Places are counted from the start of the text. Used by one thread.
final class Places {

  private static final int ASCII = 0x80;

  private static final long[] NONE = {};

  /// The places of so many values are kept; each takes a bit for each character of the text.
  private static final int MOST_VALUES = 256;

  private final int from;
  private final int to;
  private final PlaceTable table;

  /// The row of each ASCII character.
  private final int[] ascii = new int[ASCII];

  /// The other characters, ascending, and the row of each.
  private final char[] others;

  private final int[] rowsOfOthers;
  private final int distinct;

  /// The rows of values that were asked for.
  private final Map<String, Integer> values = new HashMap<>();

  private final Sought sought = new Sought();

  /// The places in `text[from, to)`.
  Places(String text, int from, int to) {
    this.from = from;
    this.to = to;
    this.table = new PlaceTable(length());
    long[] beyond = NONE;
    int count = 0;
    for (int place = 0; place < length(); place++) {
      char c = text.charAt(from + place);
      if (c >= ASCII) {
        beyond = count == 0 ? new long[length() - place] : beyond;
        beyond[count++] = ((long) c << Integer.SIZE) | place;
        continue;
      }
      if (ascii[c] == PlaceTable.NOWHERE) {
        ascii[c] = table.add();
      }
      table.add(ascii[c], place);
    }
    this.others = new char[count];
    this.rowsOfOthers = new int[count];
    this.distinct = count == 0 ? 0 : addOthers(Arrays.copyOf(beyond, count));
  }

  /// @param beyond the other characters with their places
  /// @return how many there are that differ
  private int addOthers(long[] beyond) {
    Arrays.sort(beyond);
    int[] places = Arrays.stream(beyond).mapToInt(each -> (int) each).toArray();
    int found = 0;
    for (int start = 0; start < beyond.length; ) {
      char c = (char) (beyond[start] >>> Integer.SIZE);
      int end = start;
      while (end < beyond.length && (char) (beyond[end] >>> Integer.SIZE) == c) {
        end++;
      }
      others[found] = c;
      rowsOfOthers[found++] = table.add(places, start, end);
      start = end;
    }
    return found;
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
    if (c < ASCII) {
      return ascii[c];
    }
    int at = Arrays.binarySearch(others, 0, distinct, c);
    return at < 0 ? PlaceTable.NOWHERE : rowsOfOthers[at];
  }

  private int row(String value) {
    Integer known = values.get(value);
    if (known != null) {
      return known;
    }
    Sought whole = new Sought();
    whole.add(value);
    int row = whole.addRow();
    values.put(value, row);
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
      for (int i = 0; i < string.length(); i++) {
        add(string.charAt(i));
      }
    }

    /// Adds a string that may be asked for again: so it is searched for once.
    void addValue(String value) {
      if (value.length() > 1 && (values.size() < MOST_VALUES || values.containsKey(value))) {
        add(row(value), value.length());
      } else {
        add(value);
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
      if (first > last) {
        return PlaceTable.NOWHERE;
      }
      int row = table.add();
      for (int start = first & -Long.SIZE; start <= last; start += Long.SIZE) {
        table.add(row, start, standing(start));
      }
      return row;
    }
  }
}
