package io.claviger.service.sts;

import io.claviger.access.Session;
import io.claviger.account.Tags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Tag;

/// The tags of a session: those passed in the request and those inherited along a chain of roles.
///
/// AWS rule: IAM User Guide, "Pass session tags in AWS STS", "Chaining roles with session tags".
///
/// @param passed what the request passes
/// @param passedTransitiveKeys which of these the request wants to go on
/// @param inherited the transitive tags of the session that the request is signed with
record SessionTags(Tags passed, List<String> passedTransitiveKeys, Tags inherited) {

  /// The tags of a request, checked.
  ///
  /// @param caller the session that the request is signed with, or null
  /// @throws io.claviger.wire.ServiceError for a key given twice or reserved, a transitive key
  ///   without its tag, or one that is inherited already
  static SessionTags of(List<Tag> tags, List<String> transitiveKeys, @Nullable Session caller) {
    SessionTags result = given(tags, transitiveKeys, caller);
    result.check(tags.size());
    return result;
  }

  /// @param count of the tags that were passed, those of one key counted apart
  private void check(int count) {
    Set<String> passedKeys = folded(keys(passed));
    Set<String> inheritedKeys = folded(keys(inherited));
    Set<String> transitive = folded(passedTransitiveKeys);
    if (passedKeys.size() < count) {
      throw StsErrors.duplicateTagKeys();
    }
    if (passedKeys.stream().anyMatch(key -> key.startsWith("aws:"))) {
      throw StsErrors.reservedTagKey();
    }
    if (containsAny(inheritedKeys, passedKeys) || containsAny(inheritedKeys, transitive)) {
      throw StsErrors.inheritedTagOverridden();
    }
    if (!passedKeys.containsAll(transitive)) {
      throw StsErrors.transitiveKeyWithoutTag();
    }
  }

  /// The tags that a token passes, checked; nothing is inherited.
  ///
  /// @throws io.claviger.wire.ServiceError for a key given twice or reserved, or a transitive key
  ///   without its tag
  static SessionTags of(List<Tags.Tag> passed, List<String> transitiveKeys) {
    SessionTags result = given(passed, transitiveKeys);
    result.check(passed.size());
    return result;
  }

  /// The tags that a token passes as it has them, unchecked.
  static SessionTags given(List<Tags.Tag> passed, List<String> transitiveKeys) {
    return new SessionTags(Tags.NONE.with(passed), List.copyOf(transitiveKeys), Tags.NONE);
  }

  /// The tags of a request as it has them, unchecked.
  static SessionTags given(List<Tag> tags, List<String> transitiveKeys, @Nullable Session caller) {
    List<Tags.Tag> passed = tags.stream().map(tag -> new Tags.Tag(tag.key(), tag.value())).toList();
    return new SessionTags(Tags.NONE.with(passed), List.copyOf(transitiveKeys), inherited(caller));
  }

  /// Whether the session is tagged at all, which needs `sts:TagSession`: tags that come along a
  /// chain need it too.
  boolean isTagged() {
    return !passed.all().isEmpty() || !inherited.all().isEmpty();
  }

  /// All tags of the new session.
  Tags all() {
    return inherited.with(passed.all());
  }

  /// The keys of the new session's tags that go on to the next.
  List<String> transitiveKeys() {
    List<String> result = new ArrayList<>(keys(inherited));
    result.addAll(passedTransitiveKeys);
    return List.copyOf(result);
  }

  private static Tags inherited(@Nullable Session caller) {
    if (caller == null) {
      return Tags.NONE;
    }
    Set<String> transitive = folded(caller.transitiveTagKeys());
    return new Tags(
        caller.tags().all().stream().filter(tag -> transitive.contains(fold(tag.key()))).toList());
  }

  private static List<String> keys(Tags tags) {
    return tags.all().stream().map(Tags.Tag::key).toList();
  }

  private static boolean containsAny(Set<String> keys, Set<String> others) {
    Set<String> common = new HashSet<>(keys);
    common.retainAll(others);
    return !common.isEmpty();
  }

  private static Set<String> folded(Collection<String> keys) {
    return keys.stream().map(SessionTags::fold).collect(Collectors.toSet());
  }

  /// Keys of tags are the same whatever their case.
  private static String fold(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
