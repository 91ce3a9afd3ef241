package io.claviger.service.sts;

import io.claviger.account.Account;
import io.claviger.account.Tags;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import java.util.List;

/// What STS operations ask to be allowed.
///
/// AWS rule: Service Authorization Reference, "Actions, resources, and condition keys for AWS
/// Security Token Service".
final class StsRequests {

  private StsRequests() {}

  /// An action on something of this account.
  ///
  /// @param resource an ARN, or `*` for an action that has no resource type
  static AccessRequest on(Account home, String action, String resource) {
    return new AccessRequest(action, resource, home.id(), RequestContext.EMPTY);
  }

  /// With the tags that the request passes. Inherited ones are not in the request: they are the
  /// caller's, `aws:PrincipalTag/…`.
  static RequestContext withTags(RequestContext context, SessionTags tags) {
    RequestContext result = withTags(context, tags.passed());
    List<String> transitive = tags.passedTransitiveKeys();
    return transitive.isEmpty() ? result : result.with("sts:TransitiveTagKeys", transitive);
  }

  /// With these tags, which the request passes.
  static RequestContext withTags(RequestContext context, Tags passed) {
    RequestContext result = context;
    for (Tags.Tag tag : passed.all()) {
      result = result.with("aws:RequestTag/" + tag.key(), tag.value());
    }
    return passed.all().isEmpty()
        ? result
        : result.with("aws:TagKeys", passed.all().stream().map(Tags.Tag::key).toList());
  }
}
