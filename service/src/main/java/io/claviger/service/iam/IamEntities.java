package io.claviger.service.iam;

import io.claviger.account.Account;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.Group;
import io.claviger.account.InstanceProfile;
import io.claviger.account.MfaDevice;
import io.claviger.account.OidcProvider;
import io.claviger.account.Role;
import io.claviger.account.SamlProvider;
import io.claviger.account.User;
import io.claviger.base.Arn;
import java.util.Optional;

/// The entities that requests name, or AWS's error where there are none.
///
/// Names are looked up without regard to case, since IAM does not distinguish names by case; ARNs
/// and serial numbers are compared exactly.
public final class IamEntities {

  private IamEntities() {}

  public static User user(Account home, String name) {
    return home.users().named(name).orElseThrow(() -> IamErrors.noSuchUser(name));
  }

  public static Group group(Account home, String name) {
    return home.groups().named(name).orElseThrow(() -> IamErrors.noSuchGroup(name));
  }

  public static Role role(Account home, String name) {
    return home.roles().named(name).orElseThrow(() -> IamErrors.noSuchRole(name));
  }

  /// The role of that name, to be changed.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none, or only its service may change it
  public static Role roleToChange(Account home, String name) {
    Role role = role(home, name);
    if (role.isServiceLinked()) {
      throw IamErrors.protectedRole(role.name());
    }
    return role;
  }

  public static InstanceProfile instanceProfile(Account home, String name) {
    return home.instanceProfiles()
        .named(name)
        .orElseThrow(() -> IamErrors.noSuchInstanceProfile(name));
  }

  /// The customer managed policy with that ARN.
  public static CustomerPolicy policy(Account home, String arn) {
    return findPolicy(home, arn).orElseThrow(() -> IamErrors.noSuchPolicy(arn));
  }

  /// The virtual MFA device with that serial number.
  public static MfaDevice mfaDevice(Account home, String serial) {
    return findMfaDevice(home, serial).orElseThrow(() -> IamErrors.noSuchVirtualMfaDevice(serial));
  }

  /// The OpenID Connect provider with that ARN.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none, or none could have that ARN
  public static OidcProvider oidcProvider(Account home, String arn) {
    requireArn(arn, "oidc-provider/");
    return findOidcProvider(home, arn).orElseThrow(() -> IamErrors.noSuchOidcProvider(arn));
  }

  /// The SAML provider with that ARN.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none, or none could have that ARN
  public static SamlProvider samlProvider(Account home, String arn) {
    requireArn(arn, "saml-provider/");
    return findSamlProvider(home, arn).orElseThrow(() -> IamErrors.noSuchSamlProvider(arn));
  }

  /// Refuses what cannot be the ARN of an entity of IAM's, in whatever account.
  ///
  /// AWS rule: IAM API Reference, `InvalidInput` of "GetSAMLProvider" and
  /// "GetOpenIDConnectProvider", which take nothing but an ARN.
  ///
  /// @param type what the ARN's resource starts with: `saml-provider/`
  public static void requireArn(String arn, String type) {
    boolean isOfType =
        Arn.find(arn)
            .filter(parsed -> parsed.service().equals("iam") && parsed.region().isEmpty())
            .filter(parsed -> parsed.accountId().isPresent())
            .filter(parsed -> parsed.resource().startsWith(type))
            .isPresent();
    if (!isOfType) {
      throw IamErrors.invalidArn(arn);
    }
  }

  public static Optional<OidcProvider> findOidcProvider(Account home, String arn) {
    return OidcProvider.urlIn(arn, home.id()).flatMap(home.oidcProviders()::named);
  }

  /// The SAML provider of this account with exactly that ARN.
  public static Optional<SamlProvider> findSamlProvider(Account home, String arn) {
    return SamlProvider.nameIn(arn, home.id())
        .flatMap(home.samlProviders()::named)
        .filter(provider -> provider.arn(home.id()).toString().equals(arn));
  }

  /// The customer managed policy of this account with that ARN, path included.
  public static Optional<CustomerPolicy> findPolicy(Account home, String arn) {
    return home.policies().withArn(arn);
  }

  /// The virtual MFA device with that serial number; empty when the account has none.
  public static Optional<MfaDevice> findMfaDevice(Account home, String serial) {
    String prefix = Arn.iam(home.id(), "mfa").toString();
    return serial.startsWith(prefix + "/")
        ? home.mfaDevices().named(serial.substring(prefix.length()))
        : Optional.empty();
  }
}
