package io.claviger.policy.decide;

import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.KeyNames;
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
public final class RequestContext implements ContextValues {

  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;
  private static final int LOW_BYTE = 0xFF;
  private static final int TAKEN = 0x80;

  public static final RequestContext EMPTY = new Builder(0).build();

  /// One byte of each key's hash, eight to a word, in the order of the pairs; 0 behind the last. A
  /// key is found by comparing eight at a time, and all of them stand in one line of the
  /// processor's cache: most keys that conditions ask for are absent, and cost no more than that.
  private final long[] tags;

  /// The keys, each with its value behind it.
  private final Object[] pairs;

  private RequestContext(Builder builder) {
    this.tags = Arrays.copyOf(builder.tags, words(builder.size));
    this.pairs = Arrays.copyOf(builder.pairs, 2 * builder.size);
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
    Builder builder = new Builder(keys.size());
    keys.forEach((key, value) -> builder.put(KeyNames.lower(key), value));
    return builder.build();
  }

  /// The key's value, or null when it is absent. The key may have any case.
  public @Nullable Value get(String key) {
    return find(KeyNames.lower(key));
  }

  @Override
  public @Nullable Value find(String lowerKey) {
    int at = place(lowerKey, tags, pairs);
    return at < 0 ? null : (Value) pairs[at + 1];
  }

  /// Where in the pairs the key stands; -1 if it does not.
  private static int place(String lowerKey, long[] tags, @Nullable Object[] pairs) {
    long sought = tag(lowerKey) * LOWEST_BITS;
    for (int word = 0; word < tags.length; word++) {
      // A byte that is equal becomes 0, and its highest bit is set; bytes above one may be, too.
      long different = tags[word] ^ sought;
      long equal = (different - LOWEST_BITS) & ~different & HIGHEST_BITS;
      for (; equal != 0; equal &= equal - 1) {
        int at = 2 * (word * Long.BYTES + Long.numberOfTrailingZeros(equal) / Byte.SIZE);
        if (at < pairs.length && lowerKey.equals(pairs[at])) {
          return at;
        }
      }
    }
    return -1;
  }

  /// Never 0.
  private static long tag(String lowerKey) {
    int hash = lowerKey.hashCode();
    return ((hash ^ (hash >>> Byte.SIZE)) & LOW_BYTE) | TAKEN;
  }

  private static int words(int size) {
    return (size + Long.BYTES - 1) / Long.BYTES;
  }

  /// All keys, in lower case, with their values, in the order in which they came.
  public Map<String, Value> all() {
    Map<String, Value> all = LinkedHashMap.newLinkedHashMap(pairs.length / 2);
    for (int at = 0; at < pairs.length; at += 2) {
      all.put((String) pairs[at], (Value) pairs[at + 1]);
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
    if (other.pairs.length == 0) {
      return this;
    }
    return new Builder((pairs.length + other.pairs.length) / 2).putAll(this).putAll(other).build();
  }

  private RequestContext with(String key, Value value) {
    return new Builder(pairs.length / 2 + 1).putAll(this).put(KeyNames.lower(key), value).build();
  }

  /// Collects the keys of a context.
  private static final class Builder {

    private final long[] tags;
    private final @Nullable Object[] pairs;
    private int size;

    Builder(int mostKeys) {
      this.tags = new long[words(mostKeys)];
      this.pairs = new Object[2 * mostKeys];
    }

    Builder put(String lowerKey, Object value) {
      int at = place(lowerKey, tags, pairs);
      if (at < 0) {
        at = 2 * size;
        tags[size / Long.BYTES] |= tag(lowerKey) << (size * Byte.SIZE);
        size++;
      }
      pairs[at] = lowerKey;
      pairs[at + 1] = value;
      return this;
    }

    Builder putAll(RequestContext context) {
      for (int at = 0; at < context.pairs.length; at += 2) {
        put((String) context.pairs[at], context.pairs[at + 1]);
      }
      return this;
    }

    RequestContext build() {
      return new RequestContext(this);
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
