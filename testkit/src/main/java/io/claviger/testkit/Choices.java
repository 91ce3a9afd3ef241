package io.claviger.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Random choices for property tests, repeatable by their seed. Not thread-safe.
public final class Choices {

  private static final String BASE_SEED_PROPERTY = "claviger.seed";
  private static final long BASE_SEED = 20_260_101;
  private static final String ONE_IN_PROPERTY = "claviger.oneSeedIn";

  /// So few are never divided.
  private static final int FEW = 200;

  private final RandomGenerator random;

  public Choices(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// Runs the property with as many different seeds. A failure names the seed; the system property
  /// `claviger.seed` sets the first one, and `claviger.oneSeedIn` divides their number, for runs
  /// that repeat the tests thousands of times.
  ///
  /// @return how many were tried
  public static int forSeeds(int count, Consumer<Choices> property) {
    long first = Long.getLong(BASE_SEED_PROPERTY, BASE_SEED);
    int tried = Math.max(Math.min(count, FEW), count / Integer.getInteger(ONE_IN_PROPERTY, 1));
    for (long seed = first; seed < first + tried; seed++) {
      try {
        property.accept(new Choices(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails with -D" + BASE_SEED_PROPERTY + "=" + seed, e);
      }
    }
    return tried;
  }

  /// A number from 0 to below the bound.
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public boolean chance(int percent) {
    return below(100) < percent;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  public final <T> T oneOf(T... values) {
    return values[below(values.length)];
  }

  public <T> T oneOf(List<T> values) {
    return values.get(below(values.size()));
  }

  /// From `min` to `max` values, each made anew.
  public <T> List<T> listOf(int min, int max, Function<Choices, T> maker) {
    int size = min + below(max - min + 1);
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(maker.apply(this));
    }
    return list;
  }

  /// The values in some other order.
  public <T> List<T> shuffled(List<T> values) {
    List<T> left = new ArrayList<>(values);
    List<T> shuffled = new ArrayList<>(values.size());
    while (!left.isEmpty()) {
      shuffled.add(left.remove(below(left.size())));
    }
    return shuffled;
  }

  /// A text of the alphabet's characters, of a length from 0 to `maxLength`.
  public String text(String alphabet, int maxLength) {
    int length = below(maxLength + 1);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(below(alphabet.length())));
    }
    return text.toString();
  }
}
