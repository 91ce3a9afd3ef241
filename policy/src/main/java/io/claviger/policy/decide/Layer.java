package io.claviger.policy.decide;

/// The types of policy that have a say, each a layer of the evaluation, in the order in which a
/// denial names them.
///
/// AWS rule: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
/// access".
public enum Layer {
  RESOURCE_CONTROL,
  SERVICE_CONTROL,
  VPC_ENDPOINT,
  RESOURCE,
  IDENTITY,
  PERMISSIONS_BOUNDARY,
  SESSION
}
