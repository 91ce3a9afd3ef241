package io.claviger.account;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How many there may be in one account, and how large.
///
/// A [Quota] is what AWS starts every account with unless it is adjusted for this one; the others
/// are constants. AWS's ceilings do not bind: an account may be given 100,000 users.
///
/// AWS rule: IAM User Guide, "IAM and AWS STS quotas".
///
/// @param adjusted the quotas that differ from AWS's default; all positive
public record Quotas(Map<Quota, Integer> adjusted) {

  /// What AWS gives every account.
  public static final Quotas AWS_DEFAULTS = new Quotas(Map.of());

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

  /// SSH public keys of one user.
  public static final int SSH_PUBLIC_KEYS_PER_USER = 5;

  /// Service-specific credentials of one user for one service.
  public static final int SERVICE_SPECIFIC_CREDENTIALS_PER_USER = 2;

  /// X.509 signing certificates of one user.
  public static final int SIGNING_CERTIFICATES_PER_USER = 2;

  /// Client ids of one OpenID Connect provider.
  public static final int CLIENT_IDS_PER_OIDC_PROVIDER = 100;

  /// Thumbprints of one OpenID Connect provider.
  public static final int THUMBPRINTS_PER_OIDC_PROVIDER = 5;

  /// Private keys of one SAML provider.
  public static final int PRIVATE_KEYS_PER_SAML_PROVIDER = 2;

  public Quotas {
    // In the order of the constants, which the stored form then has too.
    Map<Quota, Integer> copy = new EnumMap<>(Quota.class);
    copy.putAll(adjusted);
    adjusted = Collections.unmodifiableMap(copy);
    adjusted.forEach((quota, value) -> {
      if (value <= 0) {
        throw new IllegalArgumentException("Quota " + quota + " must be positive: " + value);
      }
    });
  }

  public int of(Quota quota) {
    return adjusted.getOrDefault(quota, quota.awsDefault());
  }

  /// The same quotas but for this one.
  public Quotas with(Quota quota, int value) {
    Map<Quota, Integer> more = new EnumMap<>(Quota.class);
    more.putAll(adjusted);
    more.put(quota, value);
    return new Quotas(more);
  }
}
