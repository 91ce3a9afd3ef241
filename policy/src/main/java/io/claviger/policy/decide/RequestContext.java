package io.claviger.policy.decide;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.match.ContextValues;
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

  public static final RequestContext EMPTY = new RequestContext(Map.of());

  private final Map<String, Value> values;

  private RequestContext(Map<String, Value> values) {
    this.values = values;
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
    Map<String, Value> values = LinkedHashMap.newLinkedHashMap(keys.size());
    keys.forEach((key, value) -> values.put(AsciiCase.lower(key), value));
    return new RequestContext(values);
  }

  /// The key's value, or null when it is absent. The key may have any case.
  @Override
  public @Nullable Value get(String key) {
    Value value = values.get(key);
    return value == null ? values.get(AsciiCase.lower(key)) : value;
  }

  /// All keys, in lower case, with their values.
  public Map<String, Value> all() {
    return values;
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
    if (other.values.isEmpty()) {
      return this;
    }
    Map<String, Value> more = new LinkedHashMap<>(values);
    more.putAll(other.values);
    return new RequestContext(more);
  }

  private RequestContext with(String key, Value value) {
    Map<String, Value> more = new LinkedHashMap<>(values);
    more.put(AsciiCase.lower(key), value);
    return new RequestContext(more);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestContext that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
