package io.claviger.access;

import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a session token says: everything about temporary credentials but their secret. Nothing of
/// it is stored; the token itself carries it, sealed.
///
/// @param account the account of the role, or of the user
/// @param principalId the role's unique id, the user's, or the account id for the root user
/// @param principalArn the role's or user's ARN when the session was issued
/// @param sessionName the role session's or federated user's name; empty for [Kind#SESSION_TOKEN]
/// @param issuedAt in whole seconds
/// @param expiresAt in whole seconds
/// @param inlinePolicy the inline session policy's document, or null
/// @param policyArns the managed session policies
/// @param tags the session tags, those passed down a chain included
/// @param transitiveTagKeys the keys that go on to the next role of a chain
/// @param sourceIdentity null where none is set; once set it stays along a chain
/// @param mfaAuthenticatedAt when MFA was shown for these credentials, or null where it was not
/// @param isChained whether a role session assumed this role
/// @param federation who vouched for whoever assumed the role; null where nobody had to
public record Session(
    Kind kind,
    AccountId account,
    String principalId,
    Arn principalArn,
    String sessionName,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable String inlinePolicy,
    List<Arn> policyArns,
    Tags tags,
    List<String> transitiveTagKeys,
    @Nullable String sourceIdentity,
    @Nullable Instant mfaAuthenticatedAt,
    boolean isChained,
    @Nullable Federation federation) {

  /// A session that no identity provider vouched for.
  public Session(
      Kind kind,
      AccountId account,
      String principalId,
      Arn principalArn,
      String sessionName,
      Instant issuedAt,
      Instant expiresAt,
      @Nullable String inlinePolicy,
      List<Arn> policyArns,
      Tags tags,
      List<String> transitiveTagKeys,
      @Nullable String sourceIdentity,
      @Nullable Instant mfaAuthenticatedAt,
      boolean isChained) {
    this(
        kind,
        account,
        principalId,
        principalArn,
        sessionName,
        issuedAt,
        expiresAt,
        inlinePolicy,
        policyArns,
        tags,
        transitiveTagKeys,
        sourceIdentity,
        mfaAuthenticatedAt,
        isChained,
        null);
  }

  public Session {
    policyArns = List.copyOf(policyArns);
    transitiveTagKeys = List.copyOf(transitiveTagKeys);
  }

  /// Which operation issued the session. The names are part of the token's form.
  public enum Kind {
    /// `AssumeRole` and its relatives.
    ASSUMED_ROLE,
    /// `GetSessionToken`.
    SESSION_TOKEN,
    /// `GetFederationToken`.
    FEDERATION
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  public boolean hasMfa() {
    return mfaAuthenticatedAt != null;
  }

  /// Whether session policies limit this session.
  public boolean hasSessionPolicies() {
    return inlinePolicy != null || !policyArns.isEmpty();
  }
}
