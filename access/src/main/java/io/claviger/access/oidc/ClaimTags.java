package io.claviger.access.oidc;

import io.claviger.access.federation.TokenErrors;
import io.claviger.account.PassedName;
import io.claviger.account.PassedTag;
import io.claviger.account.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The session tags that a token passes, nested or flat.
///
/// AWS rule: IAM User Guide, "Pass session tags in AWS STS", "Passing session tags using
/// AssumeRoleWithWebIdentity".
record ClaimTags(List<Tags.Tag> tags, List<String> transitiveKeys) {

  private static final String TAGS = "https://aws.amazon.com/tags";
  private static final String PRINCIPAL = "principal_tags";
  private static final String TRANSITIVE = "transitive_tag_keys";
  private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

  /// @throws io.claviger.wire.ServiceError where they are not in their form, or too many or too
  ///   long
  static ClaimTags of(Claims claims) {
    List<Tags.Tag> tags = new ArrayList<>();
    List<String> transitive = new ArrayList<>();
    Optional<Claims> nested = claims.members(TAGS);
    nested
        .flatMap(members -> members.members(PRINCIPAL))
        .ifPresent(members -> addAll(members, "", tags));
    nested.ifPresent(members -> transitive.addAll(members.texts(TRANSITIVE)));
    addAll(claims, TAGS + '/' + PRINCIPAL + '/', tags);
    transitive.addAll(claims.texts(TAGS + '/' + TRANSITIVE));
    if (tags.size() > PassedTag.MOST || transitive.size() > PassedTag.MOST) {
      throw TokenErrors.malformedClaim(TAGS);
    }
    return new ClaimTags(List.copyOf(tags), List.copyOf(transitive));
  }

  private static void addAll(Claims claims, String prefix, List<Tags.Tag> tags) {
    for (String name : claims.names()) {
      if (name.startsWith(prefix)) {
        tags.add(
            PassedTag.of(name.substring(prefix.length()), claims.texts(name))
                .orElseThrow(() -> TokenErrors.malformedClaim(TAGS)));
      }
    }
  }

  /// The source identity that a token sets, or null.
  ///
  /// AWS rule: IAM User Guide, "Monitor and control actions taken with assumed roles".
  ///
  /// @throws io.claviger.wire.ServiceError where it is none
  static @Nullable String sourceIdentity(Claims claims) {
    String text = claims.find(SOURCE_IDENTITY).orElse(null);
    if (text != null && !PassedName.isOne(text)) {
      throw TokenErrors.malformedClaim(SOURCE_IDENTITY);
    }
    return text;
  }
}
