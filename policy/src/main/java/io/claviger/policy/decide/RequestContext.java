package io.claviger.policy.decide;

import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.KeyNames;
import java.util.HashMap;
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

  public static final RequestContext EMPTY = new Builder(0).build();

  // Open addressing: a key stands at its hash's place or behind, and at most half of the places are
  // taken. The hashes stand in a few lines of the processor's cache, so that a key that is absent,
  // as most are that conditions ask for, costs one access.
  private final int[] hashes;
  private final @Nullable String[] keys;
  private final @Nullable Value[] values;
  private final int size;

  private RequestContext(Builder builder) {
    this.hashes = builder.hashes;
    this.keys = builder.keys;
    this.values = builder.values;
    this.size = builder.size;
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
    int at = place(lowerKey, hashes, keys);
    return hashes[at] == 0 ? null : values[at];
  }

  /// Where the key stands, or would.
  private static int place(String lowerKey, int[] hashes, @Nullable String[] keys) {
    int hash = hash(lowerKey);
    int at = hash & (hashes.length - 1);
    while (hashes[at] != 0 && !(hashes[at] == hash && lowerKey.equals(keys[at]))) {
      at = (at + 1) & (hashes.length - 1);
    }
    return at;
  }

  /// Never 0, which stands where no key is.
  private static int hash(String lowerKey) {
    int hash = lowerKey.hashCode();
    return hash == 0 ? 1 : hash;
  }

  /// All keys, in lower case, with their values.
  public Map<String, Value> all() {
    Map<String, Value> all = HashMap.newHashMap(size);
    for (int i = 0; i < keys.length; i++) {
      String key = keys[i];
      Value value = values[i];
      if (key != null && value != null) {
        all.put(key, value);
      }
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
    if (other.size == 0) {
      return this;
    }
    return new Builder(size + other.size).putAll(this).putAll(other).build();
  }

  private RequestContext with(String key, Value value) {
    return new Builder(size + 1).putAll(this).put(KeyNames.lower(key), value).build();
  }

  /// Fills the table of a context.
  private static final class Builder {

    /// A power of two, as all sizes of the table are.
    private static final int LEAST_PLACES = 8;

    private final int[] hashes;
    private final @Nullable String[] keys;
    private final @Nullable Value[] values;
    private int size;

    Builder(int mostKeys) {
      int places = LEAST_PLACES;
      while (places < 2 * mostKeys) {
        places *= 2;
      }
      this.hashes = new int[places];
      this.keys = new String[places];
      this.values = new Value[places];
    }

    Builder put(String lowerKey, Value value) {
      int at = place(lowerKey, hashes, keys);
      size += keys[at] == null ? 1 : 0;
      hashes[at] = hash(lowerKey);
      keys[at] = lowerKey;
      values[at] = value;
      return this;
    }

    Builder putAll(RequestContext context) {
      for (int i = 0; i < context.keys.length; i++) {
        String key = context.keys[i];
        Value value = context.values[i];
        if (key != null && value != null) {
          put(key, value);
        }
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
