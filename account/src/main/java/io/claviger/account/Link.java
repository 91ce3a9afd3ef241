package io.claviger.account;

import io.claviger.base.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A reference from an entity to something else, under which the reverse index finds the entity.
///
/// @param target the unique id, ARN, fingerprint or name elsewhere that is referred to
record Link(Kind kind, String target) {

  enum Kind {
    ATTACHED,
    BOUNDED_BY,
    MEMBER_OF,
    CERTIFICATE_LIKE,
    CREDENTIAL_OF,
    DELEGATION_WORKFLOW,
    MFA_DEVICE_OF,
    MFA_ENABLED,
    ROLE_IN_PROFILE
  }

  /// Of every MFA device that is enabled for somebody.
  static final Link MFA_ENABLED = new Link(Kind.MFA_ENABLED, "");

  /// The links that an entity which uses a managed policy may have to it.
  static Stream<Link> toPolicy(String policy) {
    return Stream.of(Kind.ATTACHED, Kind.BOUNDED_BY).map(kind -> new Link(kind, policy));
  }

  boolean isToPolicy() {
    return kind == Kind.ATTACHED || kind == Kind.BOUNDED_BY;
  }

  /// All links of one entity.
  static List<Link> of(Entity entity) {
    return switch (entity) {
      case User user -> {
        List<Link> links = boundaryAndAttachments(user.policies(), user.boundary());
        user.groups().forEach(group -> links.add(new Link(Kind.MEMBER_OF, group)));
        yield links;
      }
      case Role role -> boundaryAndAttachments(role.policies(), role.boundary());
      case Group group -> boundaryAndAttachments(group.policies(), null);
      case SigningCertificate certificate ->
          List.of(
              new Link(Kind.CREDENTIAL_OF, certificate.ownerId()),
              new Link(Kind.CERTIFICATE_LIKE, certificate.fingerprint()));
      case UserCredential credential -> List.of(new Link(Kind.CREDENTIAL_OF, credential.ownerId()));
      case MfaDevice device ->
          device.ownerId() == null
              ? List.of()
              : List.of(new Link(Kind.MFA_DEVICE_OF, device.ownerId()), MFA_ENABLED);
      case DelegationRequest request -> to(Kind.DELEGATION_WORKFLOW, request.workflowId());
      case InstanceProfile profile -> to(Kind.ROLE_IN_PROFILE, profile.roleId());
      case AccessReport _,
          AccountSettings _,
          CredentialReport _,
          CustomerPolicy _,
          Delegation _,
          LoginProfile _,
          OidcProvider _,
          OutboundIssuer _,
          RoleDeletionTask _,
          SamlProvider _,
          ServerCertificate _ ->
          List.of();
    };
  }

  private static List<Link> to(Kind kind, @Nullable String target) {
    return target == null ? List.of() : List.of(new Link(kind, target));
  }

  private static List<Link> boundaryAndAttachments(
      IdentityPolicies policies, @Nullable Arn boundary) {
    List<Link> links = new ArrayList<>();
    policies.attached().forEach(arn -> links.add(new Link(Kind.ATTACHED, arn.toString())));
    if (boundary != null) {
      links.add(new Link(Kind.BOUNDED_BY, boundary.toString()));
    }
    return links;
  }
}
