package io.claviger.service.iam.simulate;

import io.claviger.policy.decide.Layer;

/// What the simulator calls the types of policy.
///
/// The API Reference lists other words for `SourcePolicyType` (`user`, `aws-managed`, …), but AWS
/// answers with these, and Terraform's acceptance tests expect them.
final class SourceTypes {

  static final String IDENTITY = "IAM Policy";
  static final String BOUNDARY = "Permissions Boundary Policy";
  static final String RESOURCE = "Resource Policy";

  private SourceTypes() {}

  static String of(Layer layer) {
    return switch (layer) {
      case IDENTITY, SESSION -> IDENTITY;
      case PERMISSIONS_BOUNDARY -> BOUNDARY;
      case RESOURCE -> RESOURCE;
      case SERVICE_CONTROL -> "Service Control Policy";
      case RESOURCE_CONTROL -> "Resource Control Policy";
      case VPC_ENDPOINT -> "VPC Endpoint Policy";
    };
  }
}
