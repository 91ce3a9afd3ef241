/// Makes accounts last: durable, ordered changes per account, and what stands beside them.
///
/// **Head and published.** An `AccountHead` has two values of its account. The *head* has all
/// changes that were queued; whoever holds the head's lock runs a transition against it, queues the
/// change and puts the new head in place, and then waits without the lock. The *published* value
/// has only what is on disk; readers see nothing else, and take no lock.
///
/// **The writer.** One thread takes whatever all accounts have queued and gives it to the `Journal`
/// as one batch: one transaction, one fsync. Then it publishes each change in the order of the
/// queue and releases those who wait. Since changes of one account are queued under its lock, its
/// versions have no gap and are published in order. After a commit has failed nothing is committed
/// any more.
///
/// **Names over all accounts** (aliases, key ids from outside) are claimed in an index of what is
/// queued before the change is queued, and released after: so the release stands in the queue
/// before the next claim. A transition that loses such a race is run again and sees the name taken.
///
/// **The journal** is the only part that knows a disk. The one in memory keeps nothing, and runs
/// under the same heads, writer and codec as the one in SQLite.
///
/// **At rest** (`sqlite-1.sql`): a key-encryption key, in a file of its own, wraps one data key per
/// account; from it derive a key that seals the account's secrets and one that tags its rows. The
/// forms are specified at `Sealing` and `RowTags`. Token keys are sealed by the key-encryption key
/// itself.
@NullMarked
package io.claviger.store;

import org.jspecify.annotations.NullMarked;
