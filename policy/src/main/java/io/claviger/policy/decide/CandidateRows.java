package io.claviger.policy.decide;

import io.claviger.policy.match.ArnPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Candidates by key, in rows of numbers: what tells most of them from a request stands in one line
/// of the processor's cache, where objects that refer to each other would be in one each. Where
/// there are many statements, waiting for memory is most of what a decision costs.
///
/// Open addressing: the first candidate of a key stands at the key's place or behind; its others
/// follow behind all places, each naming the next. Immutable.
final class CandidateRows {

  // What stands where in a row.

  /// 0 is a free place.
  private static final int KEY = 0;

  /// Where the row of the next candidate with the key starts; 0 if there is none.
  private static final int NEXT = 1;

  /// The number of the statement's `Action` element.
  private static final int ACTIONS = 2;

  private static final int KIND = 3;
  private static final int TEXT_START = 4;
  private static final int TEXT_LENGTH = 5;

  /// Its number among all candidates.
  private static final int NUMBER = 6;

  private static final int WIDTH = 8;

  /// The key of rows that are not looked up.
  private static final int NO_KEY = 1;

  // The kinds of resource pattern.

  /// One that must be tried.
  private static final int PATTERN = 0;

  /// The text and nothing else.
  private static final int WHOLE = 1;

  /// The text and anything behind it.
  private static final int START = 2;

  private final int[] rows;

  /// The number of places less one; it has only low bits.
  private final int mask;

  /// The texts of all rows one after the other.
  private final String texts;

  private final PlacedStatement[] placed;

  /// Of the rows whose pattern must be tried.
  private final @Nullable ArnPattern[] patterns;

  /// @param places a power of two
  private CandidateRows(int places, Map<Integer, List<Candidate>> byKey) {
    int count = byKey.values().stream().mapToInt(List::size).sum();
    this.mask = places - 1;
    this.rows = new int[(places + count - byKey.size()) * WIDTH];
    this.placed = new PlacedStatement[count];
    this.patterns = new ArnPattern[count];
    StringBuilder written = new StringBuilder();
    Filler filler = new Filler(written, places * WIDTH);
    byKey.forEach(filler::put);
    this.texts = written.toString();
  }

  /// Rows that are looked up.
  static CandidateRows of(Map<Integer, List<Candidate>> byKey) {
    return new CandidateRows(Math.max(2, Integer.highestOneBit(byKey.size()) << 2), byKey);
  }

  /// Rows that are all tried.
  ///
  /// @param candidates one or more
  static CandidateRows of(List<Candidate> candidates) {
    return new CandidateRows(1, Map.of(NO_KEY, candidates));
  }

  /// Matches all candidates, which are about the action.
  void offerAll(Question question, Fold fold) {
    for (int at = 0; at < rows.length; at += WIDTH) {
      offer(at, question, fold);
    }
  }

  /// Matches the candidates of the key that are about the action.
  void offer(int key, Question question, ActionView view, Fold fold) {
    int at = (key & mask) * WIDTH;
    while (rows[at + KEY] != key) {
      if (rows[at + KEY] == 0) {
        return;
      }
      at = behind(at);
    }
    do {
      if (view.covers(rows[at + ACTIONS])) {
        offer(at, question, fold);
      }
      at = rows[at + NEXT];
    } while (at != 0);
  }

  private int behind(int at) {
    return (at + WIDTH) & (mask * WIDTH);
  }

  private void offer(int at, Question question, Fold fold) {
    int number = rows[at + NUMBER];
    if (rows[at + KIND] == PATTERN) {
      placed[number].offer(question, patterns[number], fold);
    } else if (isTextOf(at, question.resource())) {
      placed[number].offerBeyondResource(question, fold);
    }
  }

  private boolean isTextOf(int at, String resource) {
    int length = rows[at + TEXT_LENGTH];
    return (rows[at + KIND] == START || resource.length() == length)
        && resource.regionMatches(0, texts, rows[at + TEXT_START], length);
  }

  /// Fills the rows.
  private final class Filler {

    private final StringBuilder written;
    private final Map<String, Integer> textStarts = new HashMap<>();
    private int nextRow;
    private int number;

    /// @param firstRow where the rows behind the places start
    Filler(StringBuilder written, int firstRow) {
      this.written = written;
      this.nextRow = firstRow;
    }

    void put(int key, List<Candidate> candidates) {
      int at = (key & mask) * WIDTH;
      while (rows[at + KEY] != 0) {
        at = behind(at);
      }
      for (Candidate candidate : candidates) {
        if (rows[at + KEY] != 0) {
          rows[at + NEXT] = nextRow;
          at = nextRow;
          nextRow += WIDTH;
        }
        put(at, key, candidate);
      }
    }

    private void put(int at, int key, Candidate candidate) {
      rows[at + KEY] = key;
      rows[at + ACTIONS] = candidate.actions();
      rows[at + NUMBER] = number;
      placed[number] = candidate.placed();
      ArnPattern pattern = candidate.pattern();
      String start = pattern == null ? null : pattern.onlyStart();
      if (pattern == null || start == null) {
        patterns[number] = pattern;
      } else {
        rows[at + KIND] = start.equals(pattern.literal()) ? WHOLE : START;
        rows[at + TEXT_START] = textStarts.computeIfAbsent(start, this::write);
        rows[at + TEXT_LENGTH] = start.length();
      }
      number++;
    }

    private int write(String text) {
      written.append(text);
      return written.length() - text.length();
    }
  }
}
