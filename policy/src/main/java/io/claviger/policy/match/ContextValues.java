package io.claviger.policy.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The condition keys of a request, as far as patterns and conditions need them.
public interface ContextValues {

  /// What a key holds, or null when it is absent.
  @Nullable Entry find(KeyName key);

  /// What one key holds.
  interface Entry {

    /// Whether the key is of the kind that may hold several values, however many it holds.
    ///
    /// AWS rule: IAM User Guide, "Single-valued vs. multivalued context keys".
    boolean isMultivalued();

    /// The values in order.
    List<String> all();

    /// The value of a single-valued key; the first one of a multivalued key that has any.
    default String single() {
      return all().getFirst();
    }
  }
}
