package io.claviger.policy.explain;

import io.claviger.policy.decide.Layer;

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

  /// The same with its indefinite article: `an identity-based policy`.
  public static String withArticle(Layer layer) {
    return (layer == Layer.IDENTITY ? "an " : "a ") + singular(layer);
  }

  /// All policies of the type: `identity-based policies`.
  public static String plural(Layer layer) {
    return switch (layer) {
      case IDENTITY -> "identity-based policies";
      case PERMISSIONS_BOUNDARY -> "permissions boundary";
      case SESSION -> "session policies";
      case RESOURCE -> "resource-based policy";
      case SERVICE_CONTROL -> "service control policies";
      case RESOURCE_CONTROL -> "resource control policies";
      case VPC_ENDPOINT -> "VPC endpoint policy";
    };
  }
}
