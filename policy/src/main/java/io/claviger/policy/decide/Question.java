package io.claviger.policy.decide;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.match.ArnText;
import io.claviger.policy.match.Subject;
import io.claviger.policy.match.Subjects;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request made ready for all statements: what can be worked out once is. Confined to one
/// decision.
final class Question implements Subjects {

  /// So many patterns are tried, as in nearly every decision, and nothing is kept for others.
  private static final int FEW = 8;

  private final AppliedPolicies policies;
  private final AccessRequest request;

  // One of these is made for each decision, so it is kept small: what would take four bytes takes
  // one or two, and what does not fit is looked up again.

  /// Where the resource's ARN names its service; -1 if it is none.
  private final byte serviceStart;

  /// How many patterns were tried that take more than a comparison, up to [#FEW].
  private byte tried;

  /// One more than where it has its resource part; 0 if it is none.
  private final char behindColons;

  private @Nullable String action;

  /// The texts that patterns were tried on, once they are many; else null.
  private @Nullable Map<String, Subject> subjects;

  Question(AppliedPolicies policies, AccessRequest request) {
    this.policies = policies;
    this.request = request;
    int service = ArnText.serviceStart(request.resource());
    int part = ArnText.resourceStart(request.resource(), service);
    this.serviceStart = (byte) Math.min(service, Byte.MAX_VALUE);
    this.behindColons = (char) Math.min(part + 1, Character.MAX_VALUE);
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

  @Override
  public @Nullable Subject of(String text) {
    if (tried < FEW) {
      tried++;
      return null;
    }
    if (subjects == null) {
      subjects = new HashMap<>();
    }
    return subjects.computeIfAbsent(text, Subject::new);
  }

  /// Where the resource's ARN has its resource part; -1 if the resource is no ARN.
  int resourceStart() {
    return behindColons == Character.MAX_VALUE
        ? ArnText.resourceStart(resource(), serviceStart())
        : behindColons - 1;
  }

  private int serviceStart() {
    return serviceStart == Byte.MAX_VALUE ? ArnText.serviceStart(resource()) : serviceStart;
  }

  /// Whether the resource is an ARN of the service.
  boolean isOf(String service) {
    int start = serviceStart();
    return behindColons > 0
        && request.resource().startsWith(service, start)
        && request.resource().charAt(start + service.length()) == ':';
  }

  private boolean isOf(String service, String kind) {
    return behindColons > 0
        && request.resource().startsWith(kind, resourceStart())
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
