package io.claviger.policy.match;

import java.util.Arrays;

/// Rows of places of a text, each of those where one thing stands. All are in one array, a bit for
/// each place; but for what is rare, of which a text may have as many kinds as it has characters.
/// Used by one thread.
final class PlaceTable {

  /// The row of what stands nowhere.
  static final int NOWHERE = 0;

  private static final int[][] NO_LISTS = {};

  private static final int ROOM = 16;

  // What stands where in a row.
  private static final int FIRST = 0;
  private static final int LAST = 1;
  private static final int BITS = 2;

  /// How many words a row takes: windows reach beyond the end.
  private final int width;

  private long[] table;
  private int used;

  /// The rows of what is rare, ascending; they are numbered downwards from -1.
  private int[][] lists = NO_LISTS;

  private int listed;

  /// @param length of the text
  PlaceTable(int length) {
    this.width = BITS + length / Long.SIZE + 2;
    this.table = new long[ROOM * width];
    add();
  }

  /// Adds a row for something that stands nowhere yet.
  ///
  /// @return the row
  int add() {
    int row = used;
    used += width;
    if (used > table.length) {
      table = Arrays.copyOf(table, 2 * table.length);
    }
    table[row + FIRST] = Integer.MAX_VALUE;
    table[row + LAST] = -1;
    return row;
  }

  /// Adds a row for something that stands at these places, in the smaller form.
  ///
  /// @param places ascending from `start` to `end`; not to be changed
  /// @return the row
  int add(int[] places, int start, int end) {
    if (end - start >= width) {
      int row = add();
      for (int i = start; i < end; i++) {
        add(row, places[i]);
      }
      return row;
    }
    if (listed == lists.length) {
      lists = Arrays.copyOf(lists, Math.max(ROOM, 2 * listed));
    }
    lists[listed++] = Arrays.copyOfRange(places, start, end);
    return -listed;
  }

  /// @param row one of bits
  /// @param place behind all that were added
  void add(int row, int place) {
    table[row + BITS + place / Long.SIZE] |= 1L << place;
    reach(row, place, place);
  }

  /// @param row one of bits
  /// @param start of the window, a multiple of 64 behind all that were added
  void add(int row, int start, long window) {
    if (window != 0) {
      table[row + BITS + start / Long.SIZE] = window;
      int end = start + Long.SIZE - 1;
      reach(
          row, start + Long.numberOfTrailingZeros(window), end - Long.numberOfLeadingZeros(window));
    }
  }

  private void reach(int row, int first, int last) {
    table[row + FIRST] = Math.min(table[row + FIRST], first);
    table[row + LAST] = last;
  }

  /// The first place of the row; as far away as can be if there is none.
  int first(int row) {
    return row < 0 ? lists[~row][0] : (int) table[row + FIRST];
  }

  /// The last place of the row; -1 if there is none.
  int last(int row) {
    return row < 0 ? lists[~row][lists[~row].length - 1] : (int) table[row + LAST];
  }

  /// Which of the 64 places from this one on are in the row; the lowest bit is this one's.
  ///
  /// @param place in the text
  long window(int row, int place) {
    if (row < 0) {
      return window(lists[~row], place);
    }
    int word = row + BITS + place / Long.SIZE;
    // In two steps, since what would be shifted by 64 must vanish.
    return table[word] >>> place | table[word + 1] << 1 << ~place;
  }

  private static long window(int[] ascending, int place) {
    int found = Arrays.binarySearch(ascending, place);
    long window = 0;
    for (int i = found < 0 ? ~found : found; i < ascending.length; i++) {
      if (ascending[i] >= place + Long.SIZE) {
        break;
      }
      window |= 1L << (ascending[i] - place);
    }
    return window;
  }
}
