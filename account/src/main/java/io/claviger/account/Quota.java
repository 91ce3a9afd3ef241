package io.claviger.account;

/// The quotas that AWS raises on request, each with the value it starts every account with. The
/// names of the constants are part of the stored form.
///
/// AWS rule: IAM User Guide, "IAM and AWS STS quotas".
public enum Quota {
  /// IAM users in an account; also the quota of its virtual MFA devices.
  USERS("UsersPerAccount", 5_000),
  /// Groups in an account.
  GROUPS("GroupsPerAccount", 300),
  /// Roles in an account.
  ROLES("RolesPerAccount", 1_000),
  /// Customer managed policies in an account.
  POLICIES("PoliciesPerAccount", 1_500),
  /// Instance profiles in an account.
  INSTANCE_PROFILES("InstanceProfilesPerAccount", 1_000),
  /// Server certificates in an account.
  SERVER_CERTIFICATES("ServerCertificatesPerAccount", 20),
  /// OpenID Connect providers in an account.
  OIDC_PROVIDERS("OpenIdConnectProvidersPerAccount", 100),
  /// SAML providers in an account.
  SAML_PROVIDERS("SAMLProvidersPerAccount", 100),
  /// Delegation requests that an account has made and that are not forgotten yet. AWS does not
  /// publish how many it allows.
  DELEGATION_REQUESTS("DelegationRequestsPerAccount", 1_000),
  /// Managed policies attached to one user.
  ATTACHED_PER_USER("PoliciesPerUser", 10),
  /// Managed policies attached to one group.
  ATTACHED_PER_GROUP("PoliciesPerGroup", 10),
  /// Managed policies attached to one role.
  ATTACHED_PER_ROLE("PoliciesPerRole", 10),
  /// Characters of a role's trust policy, white space not counted.
  TRUST_POLICY_SIZE("ACLSizePerRole", 2_048);

  private final String awsName;
  private final int awsDefault;

  Quota(String awsName, int awsDefault) {
    this.awsName = awsName;
    this.awsDefault = awsDefault;
  }

  /// The name that AWS's errors print: `UsersPerAccount`.
  public String awsName() {
    return awsName;
  }

  /// What AWS gives every account.
  public int awsDefault() {
    return awsDefault;
  }
}
