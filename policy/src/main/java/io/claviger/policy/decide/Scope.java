package io.claviger.policy.decide;

/// Which layers exist for a kind of requester.
///
/// AWS rule: Organizations User Guide, "Service control policies" and "Resource control policies",
/// what they do not affect; IAM User Guide, "Policy evaluation logic".
///
/// @param hasIdentity whether identity-based policies, boundary and session policies can exist
/// @param needsSession whether nothing is allowed without a session policy
record Scope(
    boolean hasIdentity,
    boolean hasServiceControl,
    boolean hasResourceControl,
    boolean needsSession) {

  private static final String SERVICE_LINKED = "role/aws-service-role/";

  static Scope of(Requester requester) {
    return switch (requester) {
      case Requester.RoleSession session -> {
        boolean isFree = session.roleArn().resource().startsWith(SERVICE_LINKED);
        yield new Scope(true, !isFree, !isFree, false);
      }
      case Requester.Root _, Requester.IamUser _ -> new Scope(true, true, true, false);
      case Requester.FederatedUser _ -> new Scope(true, true, true, true);
      case Requester.Service _,
          Requester.Federated _,
          Requester.CanonicalUser _,
          Requester.Anonymous _ ->
          new Scope(false, false, true, false);
    };
  }
}
