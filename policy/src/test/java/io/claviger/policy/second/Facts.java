package io.claviger.policy.second;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is asked, as the rules look at it.
///
/// @param action in small letters
/// @param resource the fields of the ARN, or one field if it is `*`
/// @param context by key in small letters (§15.2)
record Facts(String action, List<String> resource, String account, Map<String, Value> context) {

  static Facts of(AccessRequest request) {
    return new Facts(
        small(request.action()),
        Fields.split(request.resource()),
        request.resourceAccount().digits(),
        request.context().all());
  }

  @Nullable Value value(String key) {
    return context.get(small(key));
  }

  /// The value of a single-valued key; null when the key is absent or multivalued (§14.3).
  @Nullable String single(String key) {
    return value(key) instanceof Value.Single(String value) ? value : null;
  }

  boolean isAbsent(String key) {
    return value(key) == null;
  }

  /// Whether it is a role that is to be assumed, so that its trust policy is asked (§8.4).
  boolean asksForTrust() {
    boolean isTrustAction =
        action.startsWith("sts:assumerole")
            || List.of("sts:tagsession", "sts:setsourceidentity").contains(action);
    return isTrustAction && isResource("iam", "role/");
  }

  /// Whether it is for a KMS key, whatever the action (§8.1); aliases are none (§8.3).
  boolean asksForKey() {
    return isResource("kms", "key/");
  }

  /// §8.6.
  boolean needsNoPermission() {
    return List.of("sts:getcalleridentity", "sts:getsessiontoken").contains(action);
  }

  /// §5.6, as far as actions are known.
  boolean isFreeOfServiceControl(boolean isRoot) {
    return action.startsWith("mechanicalturk:") || (isRoot && action.startsWith("supportplans:"));
  }

  /// §6.4: retiring grants, and the trust policies of service-linked roles.
  boolean isFreeOfResourceControl() {
    return action.equals("kms:retiregrant")
        || (asksForTrust() && resource.get(5).startsWith("role/aws-service-role/"));
  }

  private boolean isResource(String service, String start) {
    return resource.size() == Fields.COUNT
        && resource.get(2).equals(service)
        && resource.get(5).startsWith(start);
  }

  /// The text with `A` to `Z` made small, and nothing else (§12.1, §15.2).
  static String small(String text) {
    StringBuilder small = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        small.setCharAt(i, (char) (text.charAt(i) - 'A' + 'a'));
      }
    }
    return small.toString();
  }
}
