package io.claviger.account;

/// Takes the events that do not belong to a change: those of reads, denials and failed
/// authentication. A change's own event is committed with the change.
public interface AuditLog {

  /// Takes the event, which is durable within a second. Waits while the queue is full; drops
  /// nothing.
  void append(AuditEvent event);
}
