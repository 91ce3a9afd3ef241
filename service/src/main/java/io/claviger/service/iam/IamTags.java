package io.claviger.service.iam;

import io.claviger.account.Quotas;
import io.claviger.account.Tags;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.Tag;

/// The rules for tags that the API model does not hold, and the way to and from the SDK's type.
///
/// AWS rule: IAM User Guide, "Tags for AWS Identity and Access Management resources", "Rules for
/// tagging".
public final class IamTags {

  private IamTags() {}

  /// The tags as given, unchecked.
  public static List<Tags.Tag> given(List<Tag> tags) {
    return tags.stream().map(tag -> new Tags.Tag(tag.key(), tag.value())).toList();
  }

  /// The tags of a new entity.
  ///
  /// @param quota the quota's name: `TagsPerUser`
  /// @throws io.claviger.wire.ServiceError for a key given twice or reserved, or too many tags
  public static Tags of(List<Tag> tags, String quota) {
    return added(Tags.NONE, tags, quota);
  }

  /// The tags of an entity that has `old` already.
  ///
  /// @throws io.claviger.wire.ServiceError as [#of] does
  public static Tags added(Tags old, List<Tag> tags, String quota) {
    List<Tags.Tag> given = given(tags);
    requireDistinct(given);
    requireUnreserved(given.stream().map(Tags.Tag::key).toList());
    Tags result = old.with(given);
    if (result.all().size() > Quotas.TAGS_PER_ENTITY) {
      throw IamErrors.limitExceeded(quota, Quotas.TAGS_PER_ENTITY);
    }
    return result;
  }

  /// The tags left when those of the given keys are gone.
  ///
  /// @throws io.claviger.wire.ServiceError for a reserved key
  public static Tags removed(Tags old, List<String> keys) {
    requireUnreserved(keys);
    return old.without(keys);
  }

  /// The tags as answers have them.
  public static List<Tag> shown(List<Tags.Tag> tags) {
    return tags.stream()
        .map(tag -> Tag.builder().key(tag.key()).value(tag.value()).build())
        .toList();
  }

  private static void requireDistinct(List<Tags.Tag> tags) {
    Set<String> seen = new HashSet<>();
    for (Tags.Tag tag : tags) {
      if (!seen.add(tag.key().toLowerCase(Locale.ROOT))) {
        throw IamErrors.duplicateTagKeys();
      }
    }
  }

  private static void requireUnreserved(List<String> keys) {
    for (String key : keys) {
      if (key.regionMatches(true, 0, "aws:", 0, 4)) {
        throw IamErrors.reservedTagKey();
      }
    }
  }
}
