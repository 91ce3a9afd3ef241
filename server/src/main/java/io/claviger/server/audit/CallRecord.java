package io.claviger.server.audit;

import io.claviger.access.Caller;
import io.claviger.access.SourceAddress;
import io.claviger.account.AuditEvent;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of one call so far, and the audit event that it makes. Filled in as the call goes
/// through the pipeline, so that a call that fails early leaves what was known by then.
///
/// Belongs to one call and so to one thread.
public final class CallRecord {

  /// Longer texts of a caller's are cut, and say so, rather than let an event grow without bound.
  private static final int MAX_CHARACTERS = 4096;

  private final String eventId;
  private final String requestId;
  private final Instant time;
  private final HttpRequest request;
  private String service = "";
  private String operation = "";
  private String region = "";
  private boolean readOnly;
  private @Nullable Caller caller;
  private @Nullable AccountId home;
  private boolean isOfKnownProvider;
  private @Nullable String parameters;
  private @Nullable Layer denyingLayer;

  public CallRecord(String eventId, String requestId, Instant time, HttpRequest request) {
    this.eventId = eventId;
    this.requestId = requestId;
    this.time = time;
    this.request = request;
  }

  public String requestId() {
    return requestId;
  }

  public Instant time() {
    return time;
  }

  /// What was asked for, whether there is such an operation or not.
  public void asked(String newService, String newOperation, String newRegion) {
    service = newService;
    operation = newOperation;
    region = newRegion;
  }

  /// The service that was asked, empty while it is not known.
  public String service() {
    return service;
  }

  /// The region that was signed for, empty where the call is not signed.
  public String region() {
    return region;
  }

  public boolean isReadOnly() {
    return readOnly;
  }

  public void calledBy(Caller newCaller) {
    caller = newCaller;
  }

  /// The operation that was found, and the account it works on.
  ///
  /// @param newHome null where there is no such account
  public void performs(boolean isReadOnly, @Nullable AccountId newHome) {
    readOnly = isReadOnly;
    home = newHome;
  }

  /// Whether the token that is the call's credential is said to be of a provider of the account
  /// that the operation works on: then that account is told of it even where it is refused.
  public void comesFrom(boolean knownProvider) {
    isOfKnownProvider = knownProvider;
  }

  /// The input in JSON, redacted.
  public void took(String redactedParameters) {
    parameters = redactedParameters;
  }

  /// Why policies did not let the caller do it.
  public void denied(Decision decision) {
    denyingLayer =
        switch (decision) {
          case Decision.ExplicitlyDenied denied -> denied.layer();
          case Decision.ImplicitlyDenied denied -> denied.layer();
          case Decision.Allowed _ -> null;
        };
  }

  /// The event of a call that succeeded, for the account that it worked on.
  ///
  /// @param responseElements the output in JSON, redacted; null for reads that hand out no
  ///   credentials
  public AuditEvent success(@Nullable String responseElements) {
    return event(eventId, home == null ? callersAccount() : home, responseElements, null);
  }

  /// The event of a call that succeeded, for the caller's own account where the call worked on
  /// another's; empty where both are one.
  ///
  /// AWS rule: CloudTrail User Guide, "sharedEventID example": either account gets an event.
  ///
  /// @param ownEventId of this event; that of [#success] is another
  /// @param responseElements as for [#success]
  public Optional<AuditEvent> successElsewhere(
      String ownEventId, @Nullable String responseElements) {
    return isAcrossAccounts()
        ? Optional.of(event(ownEventId, callersAccount(), responseElements, null))
        : Optional.empty();
  }

  /// The event of a call that failed.
  ///
  /// Whoever is refused must not be able to write into another account's trail. Whoever comes with
  /// a token has no other, and may be anybody: the account is told where it knows the provider.
  public AuditEvent failure(ServiceError error) {
    return event(eventId, isOfKnownProvider ? home : callersAccount(), null, error);
  }

  private @Nullable AccountId callersAccount() {
    return caller == null ? null : caller.accountId().orElse(null);
  }

  private boolean isAcrossAccounts() {
    AccountId own = callersAccount();
    return own != null && home != null && !own.equals(home);
  }

  private AuditEvent event(
      String id,
      @Nullable AccountId account,
      @Nullable String responseElements,
      @Nullable ServiceError error) {
    return new AuditEvent(
        id,
        time,
        account,
        UserIdentity.json(caller, account),
        service.isEmpty() ? "" : cut(service, MAX_CHARACTERS) + ".amazonaws.com",
        cut(operation, MAX_CHARACTERS),
        cut(region, MAX_CHARACTERS),
        SourceAddress.text(request.peer()),
        cut(request.header("User-Agent").orElse(""), MAX_CHARACTERS),
        requestId,
        error == null && isAcrossAccounts() ? eventId : null,
        readOnly,
        parameters,
        responseElements,
        error == null ? null : error.code(),
        error == null ? null : cut(error.message(), MAX_CHARACTERS),
        denyingLayer == null ? null : denyingLayer.name());
  }

  private static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most) + "… (cut from " + text.length() + " characters)";
  }
}
