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
/// @param delegate the account of the partner that the session was delegated to, or null
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
    @Nullable Federation federation,
    @Nullable AccountId delegate) {

  public Session {
    policyArns = List.copyOf(policyArns);
    transitiveTagKeys = List.copyOf(transitiveTagKeys);
  }

  /// A session of a role, without limits, tags or anything else that it need not have.
  ///
  /// @param name the session's
  /// @param issuedAt in whole seconds
  /// @param expiresAt in whole seconds
  public static Session ofRole(
      AccountId account,
      String roleId,
      Arn role,
      String name,
      Instant issuedAt,
      Instant expiresAt) {
    return bare(Kind.ASSUMED_ROLE, account, roleId, role, name, issuedAt, expiresAt, null);
  }

  /// A session of a user's own, or of root's.
  ///
  /// @param principalId the user's, or the account id for the root user
  /// @param issuedAt in whole seconds
  /// @param expiresAt in whole seconds
  public static Session ofUser(
      AccountId account, String principalId, Arn principal, Instant issuedAt, Instant expiresAt) {
    return bare(Kind.SESSION_TOKEN, account, principalId, principal, "", issuedAt, expiresAt, null);
  }

  /// A session of a federated user, without limits or tags.
  ///
  /// @param principalId of the user who asked for it, or the account id for the root user
  /// @param name the federated user's
  /// @param issuedAt in whole seconds
  /// @param expiresAt in whole seconds
  public static Session ofFederatedUser(
      AccountId account,
      String principalId,
      Arn principal,
      String name,
      Instant issuedAt,
      Instant expiresAt) {
    return bare(Kind.FEDERATION, account, principalId, principal, name, issuedAt, expiresAt, null);
  }

  /// A session of what a role, a user or root has delegated to a partner, without limits or tags.
  ///
  /// @param name the role session's, or the federated user's that a user's or root's delegate is
  /// @param issuedAt in whole seconds
  /// @param expiresAt in whole seconds
  /// @param partner the partner's account
  public static Session ofDelegate(
      AccountId account,
      String principalId,
      Arn principal,
      String name,
      Instant issuedAt,
      Instant expiresAt,
      AccountId partner) {
    return bare(
        Kind.DELEGATED, account, principalId, principal, name, issuedAt, expiresAt, partner);
  }

  private static Session bare(
      Kind kind,
      AccountId account,
      String principalId,
      Arn principal,
      String name,
      Instant issuedAt,
      Instant expiresAt,
      @Nullable AccountId partner) {
    return new Session(
        kind,
        account,
        principalId,
        principal,
        name,
        issuedAt,
        expiresAt,
        null,
        List.of(),
        Tags.NONE,
        List.of(),
        null,
        null,
        false,
        null,
        partner);
  }

  /// With these session policies.
  ///
  /// @param inline null for none
  public Session withPolicies(@Nullable String inline, List<Arn> managed) {
    return with(inline, managed, tags, transitiveTagKeys, sourceIdentity, mfaAuthenticatedAt);
  }

  /// With these session tags.
  public Session withTags(Tags newTags, List<String> transitive) {
    return with(inlinePolicy, policyArns, newTags, transitive, sourceIdentity, mfaAuthenticatedAt);
  }

  /// With this source identity; null for none.
  public Session withSourceIdentity(@Nullable String identity) {
    return with(inlinePolicy, policyArns, tags, transitiveTagKeys, identity, mfaAuthenticatedAt);
  }

  /// With MFA that was shown then; null for none.
  public Session withMfa(@Nullable Instant shownAt) {
    return with(inlinePolicy, policyArns, tags, transitiveTagKeys, sourceIdentity, shownAt);
  }

  /// With how its role was assumed.
  ///
  /// @param chained whether by a session of a role
  /// @param vouchedFor who vouched for whoever assumed it, or null
  public Session assumedBy(boolean chained, @Nullable Federation vouchedFor) {
    return with(
        inlinePolicy,
        policyArns,
        tags,
        transitiveTagKeys,
        sourceIdentity,
        mfaAuthenticatedAt,
        chained,
        vouchedFor);
  }

  private Session with(
      @Nullable String inline,
      List<Arn> managed,
      Tags newTags,
      List<String> transitive,
      @Nullable String identity,
      @Nullable Instant mfaShownAt) {
    return with(inline, managed, newTags, transitive, identity, mfaShownAt, isChained, federation);
  }

  /// The same session with all that can be given after it was made.
  private Session with(
      @Nullable String inline,
      List<Arn> managed,
      Tags newTags,
      List<String> transitive,
      @Nullable String identity,
      @Nullable Instant mfaShownAt,
      boolean chained,
      @Nullable Federation vouchedFor) {
    return new Session(
        kind,
        account,
        principalId,
        principalArn,
        sessionName,
        issuedAt,
        expiresAt,
        inline,
        managed,
        newTags,
        transitive,
        identity,
        mfaShownAt,
        chained,
        vouchedFor,
        delegate);
  }

  /// Which operation issued the session. The names are part of the token's form.
  public enum Kind {
    /// `AssumeRole` and its relatives.
    ASSUMED_ROLE,
    /// `GetSessionToken`.
    SESSION_TOKEN,
    /// `GetFederationToken`.
    FEDERATION,
    /// `GetDelegatedAccessToken`, of a role, a user or root.
    DELEGATED
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /// Whether the principal is a role.
  public boolean isOfRole() {
    return principalArn.resource().startsWith("role/");
  }

  /// Whether the principal is the root user.
  public boolean isOfRoot() {
    return principalId.equals(account.digits());
  }

  public boolean hasMfa() {
    return mfaAuthenticatedAt != null;
  }

  /// Whether session policies limit this session.
  public boolean hasSessionPolicies() {
    return inlinePolicy != null || !policyArns.isEmpty();
  }
}
