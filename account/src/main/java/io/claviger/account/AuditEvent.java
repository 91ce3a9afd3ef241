package io.claviger.account;

import io.claviger.base.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One API call in the words of a CloudTrail record. Holds no secret.
///
/// AWS rule: CloudTrail User Guide, "CloudTrail record contents".
///
/// @param eventId a UUID, unique
/// @param account the account the event belongs to, or null when the caller is not known
/// @param identity who called, as CloudTrail's `userIdentity` in JSON
/// @param eventSource `iam.amazonaws.com`
/// @param eventName the operation, or what was asked for where there is no such operation
/// @param sharedEventId what the events have in common that one call has left in two accounts; null
///   where it has left one
/// @param requestParameters the input in JSON, redacted; null where it was not read
/// @param responseElements the output of a write in JSON, or of a read that hands out credentials,
///   redacted; null for other reads and for failures
/// @param errorCode null where the call succeeded
/// @param decidingLayer the layer that denied; null where the call was not denied
public record AuditEvent(
    String eventId,
    Instant eventTime,
    @Nullable AccountId account,
    String identity,
    String eventSource,
    String eventName,
    String region,
    String sourceIpAddress,
    String userAgent,
    String requestId,
    @Nullable String sharedEventId,
    boolean readOnly,
    @Nullable String requestParameters,
    @Nullable String responseElements,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    @Nullable String decidingLayer) {}
