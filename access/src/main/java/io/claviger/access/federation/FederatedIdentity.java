package io.claviger.access.federation;

import io.claviger.access.saml.SamlAssertion;
import io.claviger.access.saml.SamlKeys;
import io.claviger.account.SamlProvider;
import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.RequestContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom an identity provider vouches for, by a token that was verified: its signature, its dates,
/// and that it is meant for us. Nothing in here is the caller's own word.
///
/// AWS rule: IAM User Guide, "Available keys for AWS OIDC federation" and "Available keys for
/// SAML-based AWS STS federation"; CloudTrail User Guide, "CloudTrail userIdentity element".
///
/// @param provider as a trust policy's `Federated` names it: the ARN of a provider of the role's
///   account, or the host of one that AWS knows (`accounts.google.com`)
/// @param principalId what CloudTrail calls the caller: `provider:audience:subject` of a web
///   identity, `namequalifier:subject` of SAML
/// @param subject whom the token is about
/// @param audience whom the token is meant for
/// @param keys the condition keys that the token gives, `idp.example.com:sub`, `saml:aud`
/// @param tags the session tags that the token passes, in its order: each for itself is one, but
///   two may have one key, or a reserved one
/// @param transitiveTagKeys which of these go on to the next role of a chain; whether each is the
///   key of one is not checked
/// @param sourceIdentity one that may be; null where the token sets none
/// @param assertion what more SAML asserts; null for a web identity
public record FederatedIdentity(
    Kind kind,
    String provider,
    String principalId,
    String subject,
    String audience,
    RequestContext keys,
    List<Tags.Tag> tags,
    List<String> transitiveTagKeys,
    @Nullable String sourceIdentity,
    @Nullable SamlAssertion assertion) {

  public FederatedIdentity {
    tags = List.copyOf(tags);
    transitiveTagKeys = List.copyOf(transitiveTagKeys);
  }

  /// Whom a token of OpenID Connect is about.
  public static FederatedIdentity webIdentity(
      String provider,
      String subject,
      String audience,
      RequestContext keys,
      List<Tags.Tag> tags,
      List<String> transitiveTagKeys,
      @Nullable String sourceIdentity) {
    return new FederatedIdentity(
        Kind.WEB_IDENTITY,
        provider,
        provider + ':' + audience + ':' + subject,
        subject,
        audience,
        keys,
        tags,
        transitiveTagKeys,
        sourceIdentity,
        null);
  }

  /// Whom an assertion is about that a provider of this account has made.
  ///
  /// @param provider its name
  public static FederatedIdentity saml(
      SamlAssertion assertion, AccountId account, String provider) {
    return new FederatedIdentity(
        Kind.SAML,
        SamlProvider.arn(account, provider).toString(),
        SamlKeys.nameQualifier(assertion, account, provider) + ':' + assertion.subject(),
        assertion.subject(),
        assertion.recipient(),
        SamlKeys.of(assertion, account, provider),
        assertion.aws().tags(),
        assertion.aws().transitiveTagKeys(),
        assertion.aws().sourceIdentity(),
        assertion);
  }

  /// How the provider vouches.
  public enum Kind {
    /// By a token of OpenID Connect or OAuth 2.0.
    WEB_IDENTITY,
    /// By an assertion of SAML 2.0.
    SAML
  }
}
