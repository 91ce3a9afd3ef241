package io.claviger.account;

/// How many there may be, and how large: IAM's quotas with the values AWS starts every account
/// with.
///
/// The quotas that AWS raises on request are the components of this record, so that they are a
/// setting; the others are constants. AWS's ceilings do not bind: an account may be given 100,000
/// users.
///
/// AWS rule: IAM User Guide, "IAM and AWS STS quotas".
///
/// @param users IAM users in an account; also the quota of its virtual MFA devices
/// @param groups groups in an account
/// @param roles roles in an account
/// @param policies customer managed policies in an account
/// @param instanceProfiles instance profiles in an account
/// @param attachedPerUser managed policies attached to one user
/// @param attachedPerGroup managed policies attached to one group
/// @param attachedPerRole managed policies attached to one role
/// @param trustPolicySize characters of a role's trust policy, white space not counted
public record Quotas(
    int users,
    int groups,
    int roles,
    int policies,
    int instanceProfiles,
    int attachedPerUser,
    int attachedPerGroup,
    int attachedPerRole,
    int trustPolicySize) {

  /// What AWS gives every account.
  public static final Quotas AWS_DEFAULTS =
      new Quotas(5_000, 300, 1_000, 1_500, 1_000, 10, 10, 10, 2_048);

  /// Access keys of one user, or of the root user.
  public static final int ACCESS_KEYS_PER_USER = 2;

  /// Groups that one user is a member of.
  public static final int GROUPS_PER_USER = 10;

  /// MFA devices enabled for one user, or for the root user.
  public static final int MFA_DEVICES_PER_USER = 8;

  /// Tags on one entity.
  public static final int TAGS_PER_ENTITY = 50;

  /// Versions of one managed policy.
  public static final int VERSIONS_PER_POLICY = 5;

  /// Versions of all customer managed policies of an account together.
  public static final int POLICY_VERSIONS_IN_USE = 10_000;

  /// Roles in one instance profile.
  public static final int ROLES_PER_INSTANCE_PROFILE = 1;

  /// Characters of a managed policy's document, white space not counted.
  public static final int POLICY_SIZE = 6_144;

  /// Characters of all inline policies of one user, white space not counted.
  public static final int USER_POLICY_SIZE = 2_048;

  /// Characters of all inline policies of one group, white space not counted.
  public static final int GROUP_POLICY_SIZE = 5_120;

  /// Characters of all inline policies of one role, white space not counted.
  public static final int ROLE_POLICY_SIZE = 10_240;

  /// Aliases of one account.
  public static final int ALIASES_PER_ACCOUNT = 1;

  /// X.509 signing certificates of one user.
  public static final int SIGNING_CERTIFICATES_PER_USER = 2;

  /// Server certificates in an account.
  public static final int SERVER_CERTIFICATES = 20;

  public Quotas {
    requirePositive(users, "users");
    requirePositive(groups, "groups");
    requirePositive(roles, "roles");
    requirePositive(policies, "policies");
    requirePositive(instanceProfiles, "instanceProfiles");
    requirePositive(attachedPerUser, "attachedPerUser");
    requirePositive(attachedPerGroup, "attachedPerGroup");
    requirePositive(attachedPerRole, "attachedPerRole");
    requirePositive(trustPolicySize, "trustPolicySize");
  }

  /// The same quotas, but this many users, groups and roles in an account.
  public Quotas withPrincipals(int newUsers, int newGroups, int newRoles) {
    return new Quotas(
        newUsers,
        newGroups,
        newRoles,
        policies,
        instanceProfiles,
        attachedPerUser,
        attachedPerGroup,
        attachedPerRole,
        trustPolicySize);
  }

  private static void requirePositive(int value, String name) {
    if (value <= 0) {
      throw new IllegalArgumentException("Quota " + name + " must be positive: " + value);
    }
  }
}
