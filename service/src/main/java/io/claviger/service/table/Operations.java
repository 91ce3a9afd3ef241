package io.claviger.service.table;

import io.claviger.access.AuthorizationMessages;
import io.claviger.access.PrincipalPolicies;
import io.claviger.access.SessionTokens;
import io.claviger.access.fetch.Fetcher;
import io.claviger.access.oidc.WebIdentityTokens;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.access.saml.SamlVerifier;
import io.claviger.account.Secrets;
import io.claviger.reference.ManagedPolicies;
import io.claviger.reference.ServiceLinkedRoles;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.boundary.BoundaryOperations;
import io.claviger.service.iam.certificate.CertificateOperations;
import io.claviger.service.iam.credential.CredentialOperations;
import io.claviger.service.iam.delegation.DelegationOperations;
import io.claviger.service.iam.delegation.PartnerSetup;
import io.claviger.service.iam.group.GroupOperations;
import io.claviger.service.iam.lastaccess.LastAccessOperations;
import io.claviger.service.iam.mfa.MfaOperations;
import io.claviger.service.iam.oidc.OidcOperations;
import io.claviger.service.iam.organization.OrganizationOperations;
import io.claviger.service.iam.outbound.OutboundOperations;
import io.claviger.service.iam.policy.PolicyOperations;
import io.claviger.service.iam.profile.ProfileOperations;
import io.claviger.service.iam.report.ReportOperations;
import io.claviger.service.iam.role.RoleOperations;
import io.claviger.service.iam.role.ServiceLinkedOperations;
import io.claviger.service.iam.saml.SamlOperations;
import io.claviger.service.iam.servicecredential.ServiceCredentialOperations;
import io.claviger.service.iam.settings.SettingsOperations;
import io.claviger.service.iam.simulate.SimulationOperations;
import io.claviger.service.iam.sshkey.SshKeyOperations;
import io.claviger.service.iam.tag.TagOperations;
import io.claviger.service.iam.user.UserOperations;
import io.claviger.service.sts.StsOperations;
import java.util.List;
import java.util.stream.Stream;

/// The operation table: every operation that is built, each once.
public final class Operations {

  private Operations() {}

  /// All operations.
  ///
  /// @param managed the policies that AWS manages
  /// @param principals collects what applies to a user, group or role
  /// @param tokens issues temporary credentials
  /// @param messages decodes the details of denials
  /// @param secrets among them the keys that SAML assertions are encrypted for
  /// @param fetcher asks identity providers for what they publish
  /// @param issuers where the accounts' own issuers are found
  /// @param partners who may ask for permissions to be delegated
  public static List<Operation<?, ?>> all(
      ManagedPolicies managed,
      PrincipalPolicies principals,
      SessionTokens tokens,
      AuthorizationMessages messages,
      Secrets secrets,
      Fetcher fetcher,
      IssuerUrls issuers,
      PartnerSetup partners) {
    AttachablePolicies policies = new AttachablePolicies(managed);
    WebIdentityTokens webIdentities =
        new WebIdentityTokens(fetcher, ServiceReference.load(), issuers);
    return Stream.of(
            UserOperations.list(policies),
            GroupOperations.list(),
            CertificateOperations.list(),
            CredentialOperations.list(),
            DelegationOperations.list(partners, principals, ServiceReference.load()),
            LastAccessOperations.list(policies, ServiceReference.load()),
            MfaOperations.list(),
            SettingsOperations.list(),
            OidcOperations.list(fetcher),
            OrganizationOperations.list(),
            OutboundOperations.list(issuers),
            PolicyOperations.list(policies),
            ReportOperations.list(policies),
            RoleOperations.list(policies),
            ServiceLinkedOperations.list(ServiceLinkedRoles.load()),
            ProfileOperations.list(),
            SamlOperations.list(),
            TagOperations.list(),
            BoundaryOperations.list(policies),
            ServiceCredentialOperations.list(),
            SimulationOperations.list(principals),
            SshKeyOperations.list(),
            StsOperations.list(
                tokens,
                partners.tokens(),
                messages,
                new SamlVerifier(secrets),
                webIdentities,
                issuers,
                policies))
        .flatMap(List::stream)
        .toList();
  }
}
