package io.claviger.store;

import io.claviger.account.Activity;
import io.claviger.account.AuditEvent;
import io.claviger.account.EntityKey;
import io.claviger.account.SecretName;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One thing for a [Journal] to make durable.
sealed interface JournalEntry {

  /// A new account, still without a version; its first change follows in the same batch.
  record AccountCreated(AccountId account, DataKey dataKey) implements JournalEntry {}

  /// A change of one account, made at `time` and leading to `version`.
  ///
  /// @param claimed names that this account now holds over all accounts
  /// @param released names that it no longer holds
  record AccountChanged(
      AccountId account,
      long version,
      Instant time,
      List<EncodedEntity> put,
      List<EntityKey> removed,
      List<SealedSecret> secrets,
      List<SecretName> erased,
      Set<UniqueName> claimed,
      Set<UniqueName> released)
      implements JournalEntry {}

  /// An audit event, beside its stored form.
  record EventLogged(AuditEvent event, String json) implements JournalEntry {}

  /// A mark that is used now.
  record MarkClaimed(Mark mark, Instant until) implements JournalEntry {}

  /// A mark that is not used after all.
  record MarkReleased(Mark mark) implements JournalEntry {}

  /// The latest uses, each in place of the one before.
  record UsesCounted(List<LastUse> uses) implements JournalEntry {}

  /// Last uses that are not kept any longer.
  record UsesForgotten(List<UsedThing> things) implements JournalEntry {}

  /// A new key in the ring of token keys, sealed.
  record TokenKeyAdded(int id, Instant created, Sealed sealed) implements JournalEntry {}

  /// A token key that no token can need any more.
  record TokenKeyDropped(int id) implements JournalEntry {}

  /// Forgets the marks and the changes that are older than this.
  record Swept(Instant marksUntil, Instant changesBefore) implements JournalEntry {}

  /// An entity in its stored form.
  record EncodedEntity(EntityKey key, String json) {}

  /// A secret as it is stored.
  record SealedSecret(SecretName name, Sealed sealed) {}

  /// What may be used once, in one account and for one purpose.
  record Mark(AccountId account, String purpose, String mark) {}

  /// What has been used, and when last.
  record LastUse(UsedThing thing, Activity.Use use) {}

  /// A key, role or password whose last use is kept.
  record UsedThing(AccountId account, Activity.Kind kind, String id) {}
}
