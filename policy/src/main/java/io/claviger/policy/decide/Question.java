package io.claviger.policy.decide;

import io.claviger.policy.condition.Subjects;
import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.match.ArnText;
import io.claviger.policy.match.Subject;
import org.jspecify.annotations.Nullable;

/// A request made ready for all statements: what can be worked out once is. Confined to one
/// decision.
final class Question implements Subjects {

  private final AppliedPolicies policies;
  private final AccessRequest request;

  /// Where the resource's ARN names its service; -1 if it is none.
  private final int serviceStart;

  /// Where it has its resource part; -1 if it is none.
  private final int resourceStart;

  private @Nullable String action;
  private @Nullable Subject subject;

  // Of the keys that conditions looked at. Most decisions look at one, if any.
  private @Nullable Subject ofFirst;
  private int firstPlace;

  /// By place those of further keys; null if there are none.
  private @Nullable Subject @Nullable [] ofOthers;

  Question(AppliedPolicies policies, AccessRequest request) {
    this.policies = policies;
    this.request = request;
    this.serviceStart = ArnText.serviceStart(request.resource());
    this.resourceStart = ArnText.resourceStart(request.resource(), serviceStart);
  }

  Requester requester() {
    return policies.requester();
  }

  AccessRequest request() {
    return request;
  }

  String resource() {
    return request.resource();
  }

  /// The resource, to match patterns against.
  Subject subject() {
    if (subject == null) {
      subject = new Subject(resource());
    }
    return subject;
  }

  @Override
  public Subject of(int place, String text) {
    if (ofFirst == null) {
      ofFirst = new Subject(text);
      firstPlace = place;
    }
    return place == firstPlace ? ofFirst : other(place, text);
  }

  private Subject other(int place, String text) {
    if (ofOthers == null) {
      ofOthers = new Subject[context().size()];
    }
    Subject other = ofOthers[place];
    if (other == null) {
      other = new Subject(text);
      ofOthers[place] = other;
    }
    return other;
  }

  /// Where the resource's ARN has its resource part; -1 if the resource is no ARN.
  int resourceStart() {
    return resourceStart;
  }

  /// Whether the resource is an ARN of the service.
  boolean isOf(String service) {
    return resourceStart >= 0
        && request.resource().startsWith(service, serviceStart)
        && request.resource().charAt(serviceStart + service.length()) == ':';
  }

  private boolean isOf(String service, String kind) {
    return resourceStart >= 0
        && request.resource().startsWith(kind, resourceStart)
        && isOf(service);
  }

  RequestContext context() {
    return request.context();
  }

  /// The action in lower case.
  String action() {
    if (action == null) {
      action = AsciiCase.lower(request.action());
    }
    return action;
  }

  /// Whether the requester has a permissions boundary.
  boolean hasBoundary() {
    return policies.hasBoundary();
  }

  /// Whether the requester belongs to the account that owns the resource.
  boolean isSameAccount() {
    return switch (requester()) {
      case Requester.Root root -> root.account().equals(request.resourceAccount());
      case Requester.IamUser user -> user.account().equals(request.resourceAccount());
      case Requester.RoleSession session -> session.account().equals(request.resourceAccount());
      case Requester.FederatedUser user -> user.account().equals(request.resourceAccount());
      case Requester.Service _,
          Requester.Federated _,
          Requester.CanonicalUser _,
          Requester.Anonymous _ ->
          false;
    };
  }

  /// Whether a role is to be assumed, on whose trust policy the request then depends.
  boolean isForRole() {
    return isOf("iam", "role/") && PolicyKind.isAssumingRole(action());
  }

  /// Whether the request is for a KMS key, on whose key policy it then depends, whatever the
  /// action.
  boolean isForKey() {
    return isOf("kms", "key/");
  }
}
