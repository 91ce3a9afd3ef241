package io.claviger.service.iam.tag;

import io.claviger.account.Account;
import io.claviger.account.Tagged;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.certificate.ServerCertificates;

/// A kind of entity that can be tagged: how requests name one, and what its operations are called.
///
/// @param word as it stands in the names of actions and of the quota: `iam:TagUser`, `TagsPerUser`
/// @param entity finds the entity by what requests name it by, or throws AWS's error
/// @param resource the action on that entity, whether it exists or not
record TaggedKind(String word, Entity entity, Resource resource) {

  static final TaggedKind USER = new TaggedKind("User", IamEntities::user, IamResources::user);
  static final TaggedKind ROLE = new TaggedKind("Role", IamEntities::role, IamResources::role);
  static final TaggedKind POLICY =
      new TaggedKind("Policy", TaggedKind::policy, IamResources::policy);
  static final TaggedKind INSTANCE_PROFILE =
      new TaggedKind(
          "InstanceProfile", IamEntities::instanceProfile, IamResources::instanceProfile);
  static final TaggedKind MFA_DEVICE =
      new TaggedKind("MFADevice", IamEntities::mfaDevice, IamResources::mfaDevice);

  static final TaggedKind OIDC_PROVIDER =
      new TaggedKind(
          "OpenIDConnectProvider", IamEntities::oidcProvider, IamResources::oidcProvider);
  static final TaggedKind SAML_PROVIDER =
      new TaggedKind("SAMLProvider", IamEntities::samlProvider, IamResources::samlProvider);
  static final TaggedKind SERVER_CERTIFICATE =
      new TaggedKind(
          "ServerCertificate", ServerCertificates::require, IamResources::serverCertificate);

  private static Tagged policy(Account home, String arn) {
    AttachablePolicies.requireArn(arn);
    return IamEntities.policy(home, arn);
  }

  interface Entity {
    Tagged find(Account home, String name);
  }

  interface Resource {
    AccessRequest of(Account home, String action, String name);
  }

  String quota() {
    return "TagsPer" + word;
  }
}
