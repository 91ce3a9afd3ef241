package io.claviger.access.oidc;

import com.nimbusds.jose.jwk.JWK;
import io.claviger.access.federation.FederatedIdentity;
import io.claviger.access.federation.TokenErrors;
import io.claviger.access.fetch.FetchFailure;
import io.claviger.access.fetch.Fetcher;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.account.Account;
import io.claviger.reference.ServiceReference;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Verifies tokens of OpenID Connect providers. Safe for use by many threads; blocks where an
/// issuer's keys have to be fetched.
///
/// A token may be used any number of times while it is good, as with AWS.
///
/// AWS rule: STS API Reference, "AssumeRoleWithWebIdentity"; IAM User Guide, "Create an OpenID
/// Connect (OIDC) identity provider in IAM".
public final class WebIdentityTokens {

  /// How far an issuer's clock may be ahead of ours.
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final int MOST_CHARACTERS = 255;

  private final IssuerKeys keys;
  private final ClaimKeys claimKeys;
  private final IssuerUrls own;

  /// @param fetcher gets what issuers publish
  /// @param reference names the claims that are condition keys
  /// @param own where the issuers are that are accounts of this server
  public WebIdentityTokens(Fetcher fetcher, ServiceReference reference, IssuerUrls own) {
    this.own = own;
    this.keys = new IssuerKeys(fetcher);
    this.claimKeys = new ClaimKeys(reference);
  }

  /// Whether tokens give this condition key, as AWS publishes it: `gitlab.com:project_id`.
  public static boolean giveKey(String key) {
    return IssuerClaim.find(key).isPresent();
  }

  /// Whom the token is about, if a provider of the account vouches for it.
  ///
  /// Tokens that this server has issued are not taken, whatever providers there are: with them a
  /// session would outlive itself.
  ///
  /// AWS rule: IAM User Guide, "Getting started with outbound identity federation": tokens of
  /// `GetWebIdentityToken` "cannot be used for OpenID Connect (OIDC) federation into AWS".
  ///
  /// @throws io.claviger.wire.ServiceError AWS's error for what is wrong with the token
  public FederatedIdentity verify(String text, Account account, Instant now) {
    TokenSignature signature = TokenSignature.parse(text);
    Claims claims = Claims.of(signature.token());
    String name = claims.text("iss");
    if (own.isHere(name)) {
      throw TokenErrors.issuedHere();
    }
    Issuer issuer = Issuer.find(name, account).orElseThrow(() -> TokenErrors.noProvider(name));
    signature.require(keys(issuer, signature, now));
    requireNow(claims, now);
    return identity(issuer, claims);
  }

  /// Whether a token, good or not, says that it is of a provider that the account has made.
  public static boolean isOfKnownProvider(String text, Account account) {
    try {
      return Claims.of(TokenSignature.parse(text).token())
          .find("iss")
          .filter(name -> Issuer.isOwn(name, account))
          .isPresent();
    } catch (ServiceError _) {
      // What is wrong with it is said when it is verified.
      return false;
    }
  }

  private List<JWK> keys(Issuer issuer, TokenSignature signature, Instant now) {
    try {
      return keys.find(issuer, signature.keyId(), now);
    } catch (FetchFailure failure) {
      throw switch (failure.kind()) {
        case UNREACHABLE -> TokenErrors.providerUnreachable();
        case THUMBPRINT_MISMATCH -> TokenErrors.thumbprintMismatch();
        case UNUSABLE -> TokenErrors.noVerificationKey();
      };
    }
  }

  private static void requireNow(Claims claims, Instant now) {
    Instant expires = claims.time("exp").orElseThrow(() -> TokenErrors.missingClaim("exp"));
    Instant issued = claims.time("iat").orElseThrow(() -> TokenErrors.missingClaim("iat"));
    Optional<Instant> from = claims.time("nbf");
    if (!now.isBefore(expires)) {
      throw TokenErrors.expired(now, expires);
    }
    Instant latest = now.plus(SKEW);
    if (issued.isAfter(latest) || from.filter(latest::isBefore).isPresent()) {
      throw TokenErrors.notYetValid();
    }
  }

  /// AWS rule: STS API Reference, "AssumeRoleWithWebIdentity", `SubjectFromWebIdentityToken` has
  /// 255 characters at most.
  private static void requireShort(String name, String claim) {
    if (claim.length() > MOST_CHARACTERS) {
      throw TokenErrors.malformedClaim(name);
    }
  }

  /// Where a token names whom it was issued to, that is its audience, and what it calls so is only
  /// the original one.
  private FederatedIdentity identity(Issuer issuer, Claims claims) {
    List<String> original = claims.texts("aud");
    if (original.isEmpty()) {
      throw TokenErrors.missingClaim("aud");
    }
    Optional<String> party = claims.find("azp");
    String audience =
        issuer
            .accepted(party.map(List::of).orElse(original))
            .orElseThrow(TokenErrors::wrongAudience);
    String subject = claims.text("sub");
    requireShort("aud", audience);
    requireShort("sub", subject);
    ClaimTags tags = ClaimTags.of(claims);
    return FederatedIdentity.webIdentity(
        issuer.principal(),
        subject,
        audience,
        claimKeys.of(issuer.url(), audience, claims),
        tags.tags(),
        tags.transitiveKeys(),
        ClaimTags.sourceIdentity(claims));
  }
}
