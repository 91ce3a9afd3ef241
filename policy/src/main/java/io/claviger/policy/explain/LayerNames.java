package io.claviger.policy.explain;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.document.PolicyKind;

/// What the types of policy are called in sentences.
///
/// AWS rule: IAM User Guide, "Troubleshoot access denied error messages".
public final class LayerNames {

  private LayerNames() {}

  /// One policy of the type, without an article: `identity-based policy`.
  public static String singular(Layer layer) {
    return switch (layer) {
      case IDENTITY -> "identity-based policy";
      case PERMISSIONS_BOUNDARY -> "permissions boundary";
      case SESSION -> "session policy";
      case RESOURCE -> "resource-based policy";
      case SERVICE_CONTROL -> "service control policy";
      case RESOURCE_CONTROL -> "resource control policy";
      case VPC_ENDPOINT -> "VPC endpoint policy";
    };
  }

  /// The same, where the request tells more: what decides at a role that is assumed is its trust
  /// policy.
  public static String singular(Layer layer, AccessRequest request) {
    boolean isTrust =
        layer == Layer.RESOURCE
            && PolicyKind.ofResource(request.action(), request.resource()) == PolicyKind.TRUST;
    return isTrust ? "role trust policy" : singular(layer);
  }

  /// A name with its indefinite article: `an identity-based policy`.
  static String withArticle(String name) {
    return (name.startsWith("i") ? "an " : "a ") + name;
  }
}
