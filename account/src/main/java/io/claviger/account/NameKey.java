package io.claviger.account;

import java.util.Locale;
import java.util.Optional;

/// Where an entity stands in the ordered index of names: by kind, then by name without regard to
/// case.
///
/// @param folded the name in lower case
record NameKey(EntityKind kind, String folded) implements Comparable<NameKey> {

  static NameKey of(EntityKind kind, String name) {
    return new NameKey(kind, name.toLowerCase(Locale.ROOT));
  }

  static Optional<NameKey> of(Entity entity) {
    return switch (entity) {
      case Named named -> Optional.of(of(entity.key().kind(), named.name()));
      // Unlike friendly names, a virtual MFA device's name is unique per path, case included.
      case MfaDevice device ->
          Optional.of(new NameKey(EntityKind.MFA_DEVICE, device.path() + device.name()));
      case OidcProvider provider ->
          Optional.of(new NameKey(EntityKind.OIDC_PROVIDER, provider.url()));
      case SamlProvider provider -> Optional.of(of(EntityKind.SAML_PROVIDER, provider.name()));
      case ServiceSpecificCredential credential ->
          Optional.of(of(entity.key().kind(), credential.name()));
      case Delegation delegation -> Optional.of(of(EntityKind.DELEGATION, delegation.id()));
      case DelegationRequest request ->
          Optional.of(of(EntityKind.DELEGATION_REQUEST, request.id()));
      case AccessReport report -> Optional.of(of(EntityKind.ACCESS_REPORT, report.id()));
      case RoleDeletionTask task -> Optional.of(of(EntityKind.ROLE_DELETION_TASK, task.id()));
      case AccessKey _, SigningCertificate _, SshPublicKey _ -> Optional.empty();
      case AccountSettings _, CredentialReport _, LoginProfile _, OutboundIssuer _ ->
          Optional.empty();
    };
  }

  @Override
  public int compareTo(NameKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : folded.compareTo(other.folded);
  }
}
