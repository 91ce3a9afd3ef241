package io.claviger.service.sts;

import io.claviger.access.AuthorizationMessages;
import io.claviger.access.SessionTokens;
import io.claviger.access.TradeInTokens;
import io.claviger.access.oidc.WebIdentityTokens;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.access.saml.SamlVerifier;
import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;

/// The operations of STS.
public final class StsOperations {

  private StsOperations() {}

  /// The operations that are built.
  ///
  /// @param tokens issues the credentials
  /// @param tradeIns what delegated credentials are got for
  /// @param messages decodes the details of denials
  /// @param assertions verifies those of SAML providers
  /// @param webIdentities verifies tokens of OpenID Connect providers
  /// @param issuers where issuers are found
  /// @param policies what may be a managed session policy
  public static List<Operation<?, ?>> list(
      SessionTokens tokens,
      TradeInTokens tradeIns,
      AuthorizationMessages messages,
      SamlVerifier assertions,
      WebIdentityTokens webIdentities,
      IssuerUrls issuers,
      AttachablePolicies policies) {
    return List.of(
        new GetCallerIdentity(),
        new AssumeRole(tokens, policies),
        new AssumeRoleWithWebIdentity(webIdentities, tokens, policies),
        new AssumeRoot(policies),
        new AssumeRoleWithSaml(assertions, tokens, policies),
        new GetSessionToken(tokens),
        new GetFederationToken(tokens, policies),
        new GetWebIdentityToken(issuers),
        new GetDelegatedAccessToken(tradeIns, tokens),
        new GetAccessKeyInfo(),
        new DecodeAuthorizationMessage(messages));
  }
}
