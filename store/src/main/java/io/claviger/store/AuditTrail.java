package io.claviger.store;

import io.claviger.account.AuditEvent;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads back the audit events.
public interface AuditTrail {

  /// The events of one account from an instant on, in the order they were made durable. Blocks for
  /// the disk; every event that was handed over before the call is among them.
  ///
  /// @param account null for the events whose caller was not known
  /// @param limit at most so many, the earliest
  List<AuditEvent> events(@Nullable AccountId account, Instant from, int limit);
}
