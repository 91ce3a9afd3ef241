package io.claviger.policy.decide;

import io.claviger.policy.condition.CodedContext;
import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.KeyName;
import io.claviger.policy.value.ValueCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The condition keys of one request with their values. Immutable; complete: a key that is not here
/// is absent from the request.
///
/// Keys are compared without regard to case, in ASCII.
///
/// AWS rule: IAM User Guide, "Single-valued vs. multivalued context keys".
public final class RequestContext implements CodedContext {

  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;
  private static final int LOW_BYTE = 0xFF;
  private static final int TAKEN = 0x80;

  public static final RequestContext EMPTY = new Builder(0, 0).build();

  /// A bit for each common key, by its number, that the request has. Its place is how many bits
  /// there are below.
  private final long common;

  /// Of each other key one byte of its hash, eight to a word; 0 behind the last. A key is found by
  /// comparing eight at a time, and all of them stand in one line of the processor's cache: most
  /// keys that conditions ask for are absent, and cost no more than that.
  private final long[] tags;

  /// The names of the other keys in lower case, in the order in which they came.
  private final String[] names;

  /// What the keys hold, first the common ones: the text of a single-valued key, which is nearer
  /// than a [Value] with the text in it would be, or the [Value.Multi] of another.
  private final Object[] held;

  /// Of each of these what conditions can tell without a look at it.
  private final long[] codes;

  private RequestContext(long common, long[] tags, String[] names, Object[] held, long[] codes) {
    this.common = common;
    this.tags = tags;
    this.names = names;
    this.held = held;
    this.codes = codes;
  }

  /// What a key holds.
  public sealed interface Value extends ContextValues.Entry {

    /// The value of a single-valued key.
    record Single(String value) implements Value {
      @Override
      public boolean isMultivalued() {
        return false;
      }

      @Override
      public List<String> all() {
        return List.of(value);
      }

      @Override
      public String single() {
        return value;
      }
    }

    /// The values of a multivalued key, of which there may be one or none.
    record Multi(List<String> all) implements Value {
      public Multi {
        all = List.copyOf(all);
      }

      @Override
      public boolean isMultivalued() {
        return true;
      }
    }
  }

  /// The context with these keys, in any case; of two that are the same but for case, the later.
  public static RequestContext of(Map<String, Value> keys) {
    List<Map.Entry<String, Value>> entries = List.copyOf(keys.entrySet());
    List<KeyName> names = entries.stream().map(entry -> KeyName.of(entry.getKey())).toList();
    long common = 0;
    for (KeyName name : names) {
      common |= bit(name);
    }
    Builder builder = new Builder(common, entries.size() - Long.bitCount(common));
    for (int i = 0; i < names.size(); i++) {
      builder.put(names.get(i), entries.get(i).getValue());
    }
    return builder.build();
  }

  /// The bit of a common key; 0 for another.
  private static long bit(KeyName key) {
    return key.number() == KeyName.NO_NUMBER ? 0 : 1L << key.number();
  }

  /// The key's value, or null when it is absent. The key may have any case.
  public @Nullable Value get(String key) {
    return find(KeyName.of(key));
  }

  @Override
  public @Nullable Value find(KeyName key) {
    int place = place(key);
    return place == ABSENT ? null : entry(place);
  }

  @Override
  public int place(KeyName key) {
    long bit = bit(key);
    if (bit != 0) {
      return (common & bit) == 0 ? ABSENT : Long.bitCount(common & (bit - 1));
    }
    int other = other(key.lower(), tags, names);
    return other == ABSENT ? ABSENT : Long.bitCount(common) + other;
  }

  @Override
  public long code(int place) {
    return codes[place];
  }

  @Override
  public @Nullable String text(int place) {
    return held[place] instanceof String text ? text : null;
  }

  @Override
  public Value entry(int place) {
    return held[place] instanceof String text ? new Value.Single(text) : (Value.Multi) held[place];
  }

  /// Which of the names it is, or [#ABSENT].
  private static int other(String lower, long[] tags, @Nullable String[] names) {
    long sought = tag(lower) * LOWEST_BITS;
    for (int word = 0; word < tags.length; word++) {
      // A byte that is equal becomes 0, and its highest bit is set; bytes above one may be, too.
      long different = tags[word] ^ sought;
      long equal = (different - LOWEST_BITS) & ~different & HIGHEST_BITS;
      for (; equal != 0; equal &= equal - 1) {
        int at = word * Long.BYTES + Long.numberOfTrailingZeros(equal) / Byte.SIZE;
        if (at < names.length && lower.equals(names[at])) {
          return at;
        }
      }
    }
    return ABSENT;
  }

  /// Never 0.
  private static long tag(String lower) {
    int hash = lower.hashCode();
    return ((hash ^ (hash >>> Byte.SIZE)) & LOW_BYTE) | TAKEN;
  }

  private static int words(int size) {
    return (size + Long.BYTES - 1) / Long.BYTES;
  }

  /// All keys, in lower case, with their values: first the common ones, then the others in the
  /// order in which they came.
  public Map<String, Value> all() {
    Map<String, Value> all = LinkedHashMap.newLinkedHashMap(held.length);
    int place = 0;
    for (long left = common; left != 0; left &= left - 1) {
      KeyName key = KeyName.numbered(Long.numberOfTrailingZeros(left));
      all.put(key.lower(), entry(place++));
    }
    for (String name : names) {
      all.put(name, entry(place++));
    }
    return all;
  }

  /// This context with a single-valued key, in place of the one that was.
  public RequestContext with(String key, String value) {
    return with(key, new Value.Single(value));
  }

  /// This context with a multivalued key, in place of the one that was.
  public RequestContext with(String key, List<String> all) {
    return with(key, new Value.Multi(all));
  }

  /// This context with all of the other's keys too; where both have a key, the other's value holds.
  public RequestContext and(RequestContext other) {
    if (other.held.length == 0) {
      return this;
    }
    return new Builder(common | other.common, names.length + other.names.length)
        .putAll(this)
        .putAll(other)
        .build();
  }

  private RequestContext with(String key, Value value) {
    KeyName name = KeyName.of(key);
    return new Builder(common | bit(name), names.length + 1).putAll(this).put(name, value).build();
  }

  /// Collects the keys of a context.
  private static final class Builder {

    private final long common;
    private final int commons;

    private final long[] tags;
    private final @Nullable String[] names;
    private final @Nullable Object[] held;
    private final long[] codes;
    private int others;

    /// @param common those of the common keys that will come, a bit for each
    /// @param mostOthers how many other keys there may be
    Builder(long common, int mostOthers) {
      this.common = common;
      this.commons = Long.bitCount(common);
      this.tags = new long[words(mostOthers)];
      this.names = new String[mostOthers];
      this.held = new Object[commons + mostOthers];
      this.codes = new long[commons + mostOthers];
    }

    Builder put(KeyName key, Value value) {
      long bit = bit(key);
      int place = bit == 0 ? commons + otherPlace(key.lower()) : Long.bitCount(common & (bit - 1));
      switch (value) {
        case Value.Single(String text) -> put(place, text, ValueCode.of(text));
        case Value.Multi multi -> put(place, multi, ValueCode.NONE);
      }
      return this;
    }

    private void put(int place, Object value, long code) {
      held[place] = value;
      codes[place] = code;
    }

    private int otherPlace(String lower) {
      int place = other(lower, tags, names);
      if (place == ABSENT) {
        place = others++;
        tags[place / Long.BYTES] |= tag(lower) << (place * Byte.SIZE);
        names[place] = lower;
      }
      return place;
    }

    Builder putAll(RequestContext context) {
      int place = 0;
      for (long left = context.common; left != 0; left &= left - 1) {
        int own = Long.bitCount(common & (Long.lowestOneBit(left) - 1));
        put(own, context.held[place], context.codes[place++]);
      }
      for (String name : context.names) {
        put(commons + otherPlace(name), context.held[place], context.codes[place++]);
      }
      return this;
    }

    RequestContext build() {
      return new RequestContext(
          common,
          Arrays.copyOf(tags, words(others)),
          Arrays.copyOf(names, others),
          Arrays.copyOf(held, commons + others),
          Arrays.copyOf(codes, commons + others));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestContext that && all().equals(that.all());
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }

  @Override
  public String toString() {
    return all().toString();
  }
}
