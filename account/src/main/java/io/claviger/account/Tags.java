package io.claviger.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tags of one entity, in the order they were first set. Keys are unique without regard to case
/// and keep the case they were last given.
///
/// AWS rule: IAM User Guide, "Tags for AWS Identity and Access Management resources".
public record Tags(List<Tag> all) {

  public static final Tags NONE = new Tags(List.of());

  public Tags {
    all = List.copyOf(all);
  }

  /// One tag. The value may be empty.
  public record Tag(String key, String value) {

    boolean hasKey(String other) {
      return fold(key).equals(fold(other));
    }
  }

  /// These tags with `added`; a tag whose key is there already replaces it in place.
  public Tags with(List<Tag> added) {
    List<Tag> result = new ArrayList<>(all);
    for (Tag tag : added) {
      int at = indexOf(result, tag.key());
      if (at < 0) {
        result.add(tag);
      } else {
        result.set(at, tag);
      }
    }
    return new Tags(result);
  }

  /// These tags without those of the given keys; keys that are not there are passed over.
  public Tags without(Collection<String> keys) {
    return new Tags(all.stream().filter(tag -> keys.stream().noneMatch(tag::hasKey)).toList());
  }

  public Optional<String> value(String key) {
    int at = indexOf(all, key);
    return at < 0 ? Optional.empty() : Optional.of(all.get(at).value());
  }

  private static int indexOf(List<Tag> tags, String key) {
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).hasKey(key)) {
        return i;
      }
    }
    return -1;
  }

  private static String fold(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
