package io.claviger.account;

import io.claviger.base.Arn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has become of a [DelegationRequest] in the account that has taken it over. One account at
/// most has one of a request.
///
/// AWS rule: IAM User Guide, "Building your integration", "Understanding the Request Lifecycle".
///
/// @param request as it was when it was taken over
/// @param created when it was taken over
/// @param updated when its state last changed
/// @param approver who has accepted it, or null
/// @param notes those of the last update, or null
/// @param rejectionReason null where it was not rejected, or without a word
public record Delegation(
    DelegationRequest request,
    Instant created,
    Identity owner,
    State state,
    Instant updated,
    @Nullable Approver approver,
    @Nullable String notes,
    @Nullable String rejectionReason)
    implements Entity {

  /// How long it may stay in one state.
  private static final Duration IN_ONE_STATE = Duration.ofDays(7);

  /// The states that are stored. `UNASSIGNED` is a request that nobody has taken over, `EXPIRED`
  /// one that has been in its state for too long. The names are AWS's.
  public enum State {
    ASSIGNED,
    PENDING_APPROVAL,
    ACCEPTED,
    FINALIZED,
    REJECTED
  }

  /// Who did something: for ever by unique id, at that time by ARN.
  ///
  /// @param principalId the user's or role's unique id; the account id for the root user
  /// @param arn the user's, root's or, of a role, the session's
  public record Identity(String principalId, Arn arn) {}

  /// Who has accepted, with what a session of theirs must go on to say.
  ///
  /// @param principalArn the user's, root's or the role's
  /// @param sessionName the role session's; empty for users and root
  /// @param tags the session tags
  /// @param transitiveTagKeys the keys of those that go on along a chain
  /// @param sourceIdentity null where none is set
  /// @param provider who vouched for them, or null
  /// @param providerKeys the condition keys that go on of that
  public record Approver(
      Identity identity,
      Arn principalArn,
      String sessionName,
      Tags tags,
      List<String> transitiveTagKeys,
      @Nullable String sourceIdentity,
      @Nullable String provider,
      Map<String, String> providerKeys) {
    public Approver {
      transitiveTagKeys = List.copyOf(transitiveTagKeys);
      providerKeys = Map.copyOf(providerKeys);
    }
  }

  /// A request that has just been taken over.
  public static Delegation of(DelegationRequest request, Identity owner, Instant now) {
    return new Delegation(request, now, owner, State.ASSIGNED, now, null, null, null);
  }

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.DELEGATION, request.id());
  }

  public String id() {
    return request.id();
  }

  public Instant expires() {
    return updated.plus(IN_ONE_STATE);
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expires());
  }

  /// Until when the delegated session lasts. It starts when the token is released.
  ///
  /// AWS rule: IAM API Reference, "CreateDelegationRequest", `SessionDuration`.
  ///
  /// @throws IllegalStateException where no token is released
  public Instant sessionEnds() {
    if (state != State.FINALIZED) {
      throw new IllegalStateException("No token is released: " + state);
    }
    return updated.plusSeconds(request.sessionSeconds());
  }

  /// With who is to approve it told why.
  public Delegation forwarded(@Nullable String newNotes, Instant now) {
    return new Delegation(
        request, created, owner, State.PENDING_APPROVAL, now, null, newNotes, null);
  }

  public Delegation accepted(Approver by, Instant now) {
    return new Delegation(request, created, owner, State.ACCEPTED, now, by, notes, null);
  }

  public Delegation rejected(@Nullable String reason, Instant now) {
    return new Delegation(request, created, owner, State.REJECTED, now, approver, notes, reason);
  }

  /// With its token released.
  public Delegation finalized(Instant now) {
    return new Delegation(
        request, created, owner, State.FINALIZED, now, approver, notes, rejectionReason);
  }
}
