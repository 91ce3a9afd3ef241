package io.claviger.store;

import io.claviger.account.Account;
import io.claviger.account.AuditEvent;
import io.claviger.account.Change;
import io.claviger.account.SecretName;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import io.claviger.store.JournalEntry.EncodedEntity;
import io.claviger.store.JournalEntry.SealedSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.pcollections.HashTreePMap;

/// The heads and published values of all accounts over a journal. The scheme is in the package's
/// description.
final class JournaledAccounts implements AccountStore {

  private static final int MAX_RUNS = 16;

  private final KeyEncryptionKey kek;
  private final Journal journal;
  private final Writer writer;
  private final EntityCodec codec;
  private final NavigableMap<AccountId, AccountHead> heads = new ConcurrentSkipListMap<>();
  private final NameIndex taken = new NameIndex();
  private final NameIndex published = new NameIndex();

  JournaledAccounts(
      KeyEncryptionKey kek,
      Journal journal,
      Writer writer,
      EntityCodec codec,
      List<Journal.StoredAccount> stored) {
    this.kek = kek;
    this.journal = journal;
    this.writer = writer;
    this.codec = codec;
    stored.forEach(this::load);
  }

  @Override
  public List<AccountId> accounts() {
    return heads.values().stream()
        .filter(head -> head.published().isPresent())
        .map(AccountHead::id)
        .toList();
  }

  @Override
  public Optional<Account> account(AccountId id) {
    return Optional.ofNullable(heads.get(id))
        .flatMap(AccountHead::published)
        .map(AccountState::account);
  }

  @Override
  public Optional<AccountId> accountWithAlias(String alias) {
    return published.holder(UniqueName.alias(alias));
  }

  @Override
  public Optional<AccountId> accountOfForeignKey(String accessKeyId) {
    return published.holder(UniqueName.foreignKeyId(accessKeyId));
  }

  @Override
  public Optional<AccountId> accountOfIssuer(String issuerId) {
    return published.holder(UniqueName.issuerId(issuerId));
  }

  @Override
  public Optional<AccountId> accountWithDelegation(String requestId) {
    return published.holder(UniqueName.delegation(requestId));
  }

  @Override
  public View published(AccountId home) {
    return new HomeView(account(home).orElseThrow(() -> noAccount(home)), this, published);
  }

  @Override
  public <T> T write(AccountId home, Function<View, Staged<T>> transition) {
    AccountHead head = heads.get(home);
    if (head == null) {
      throw noAccount(home);
    }
    if (head.lock().isHeldByCurrentThread()) {
      throw new IllegalStateException("A transition writes to its own account");
    }
    Staged<T> staged;
    Ticket ticket;
    head.lock().lock();
    try {
      Queued<T> queued = runUntilQueued(head, transition);
      staged = queued.staged();
      ticket = queued.ticket();
    } finally {
      head.lock().unlock();
    }
    ticket.await();
    return staged.answer();
  }

  @Override
  public void create(AccountId id, Change first, AuditEvent event) {
    DataKey dataKey = kek.newDataKey(id);
    AccountState nothing = new AccountState(Account.empty(id), HashTreePMap.empty());
    AccountHead head = new AccountHead(dataKey, nothing, null);
    Ticket ticket;
    head.lock().lock();
    try {
      if (heads.putIfAbsent(id, head) != null) {
        throw new IllegalStateException("Account exists: " + id);
      }
      boolean queued = false;
      try {
        ticket =
            queue(head, first, event, List.of(new JournalEntry.AccountCreated(id, dataKey)))
                .orElseThrow(
                    () -> new IllegalStateException("Another account has this one's alias or key"));
        queued = true;
      } finally {
        if (!queued) {
          heads.remove(id, head);
        }
      }
    } finally {
      head.lock().unlock();
    }
    ticket.await();
  }

  @Override
  public Optional<StoreFailure> failure() {
    return writer.failure();
  }

  /// As [io.claviger.account.Secrets#find].
  Optional<SecretText> secret(AccountId account, SecretName name) {
    AccountHead head = heads.get(account);
    if (head == null) {
      return Optional.empty();
    }
    // Once writing has ended, what was only queued must not count any more.
    Optional<AccountState> state =
        failure().isPresent() ? head.published() : Optional.of(head.head());
    return state
        .flatMap(newest -> Optional.ofNullable(newest.secrets().get(name)))
        .map(sealed -> head.dataKey().open(name, sealed));
  }

  /// As [History#at].
  Optional<Account> at(AccountId id, long version) {
    AccountHead head = heads.get(id);
    Optional<Account> published = account(id);
    if (head == null || published.isEmpty() || version < 0) {
      return Optional.empty();
    }
    Account newest = published.get();
    List<Change> undo = journal.undo(id, head.dataKey(), version, newest.version());
    if (undo.size() != newest.version() - version) {
      return Optional.empty();
    }
    Account account = newest;
    for (Change change : undo) {
      account = account.apply(change);
    }
    return Optional.of(Account.load(id, version, account.entities()));
  }

  private record Queued<T>(Staged<T> staged, Ticket ticket) {}

  private <T> Queued<T> runUntilQueued(AccountHead head, Function<View, Staged<T>> transition) {
    for (int run = 0; run < MAX_RUNS; run++) {
      Staged<T> staged = transition.apply(new HomeView(head.head().account(), this, taken));
      Optional<Ticket> ticket = queue(head, staged.change(), staged.event(), List.of());
      if (ticket.isPresent()) {
        return new Queued<>(staged, ticket.get());
      }
    }
    throw new IllegalStateException("A transition stages a name that another account has");
  }

  /// Queues a change and advances the head; empty if another account has a name that it claims.
  private Optional<Ticket> queue(
      AccountHead head, Change change, AuditEvent event, List<JournalEntry> first) {
    List<JournalEntry> entries = new ArrayList<>(first);
    entries.add(new JournalEntry.EventLogged(event, codec.write(event)));
    if (change.isEmpty() && first.isEmpty()) {
      return Optional.of(writer.submit(entries, () -> {}));
    }
    AccountState before = head.head();
    List<SealedSecret> sealed =
        change.secrets().stream()
            .map(put -> new SealedSecret(put.name(), head.dataKey().seal(put.name(), put.text())))
            .toList();
    AccountState after = before.apply(change, sealed);
    UniqueName.Difference names =
        UniqueName.Difference.of(before.account(), change, after.account());
    entries.add(entry(after.account(), change, event, sealed, names));
    if (!taken.claimAll(names.claimed(), head.id())) {
      return Optional.empty();
    }
    boolean queued = false;
    try {
      Ticket ticket = writer.submit(entries, () -> publish(head, after, names));
      queued = true;
      head.advance(after);
      // Only now: whoever claims one of these next must stand behind this change in the queue.
      taken.releaseAll(names.released(), head.id());
      return Optional.of(ticket);
    } finally {
      if (!queued) {
        taken.releaseAll(names.claimed(), head.id());
      }
    }
  }

  private JournalEntry entry(
      Account after,
      Change change,
      AuditEvent event,
      List<SealedSecret> sealed,
      UniqueName.Difference names) {
    List<EncodedEntity> put =
        change.put().stream()
            .map(entity -> new EncodedEntity(entity.key(), codec.write(entity)))
            .toList();
    return new JournalEntry.AccountChanged(
        after.id(),
        after.version(),
        event.eventTime(),
        put,
        change.removed(),
        sealed,
        change.erased(),
        names.claimed(),
        names.released());
  }

  private void publish(AccountHead head, AccountState state, UniqueName.Difference names) {
    head.publish(state);
    published.releaseAll(names.released(), head.id());
    if (!published.claimAll(names.claimed(), head.id())) {
      throw new IllegalStateException("Two accounts hold one of " + names.claimed());
    }
  }

  private void load(Journal.StoredAccount stored) {
    Account account = Account.load(stored.id(), stored.version(), stored.entities());
    AccountState state = new AccountState(account, HashTreePMap.empty());
    state = state.withSecrets(stored.secrets());
    heads.put(account.id(), new AccountHead(stored.dataKey(), state, state));
    List<UniqueName> names =
        account.entities().stream()
            .flatMap(entity -> UniqueName.of(account.id(), entity).stream())
            .toList();
    if (!taken.claimAll(names, account.id()) || !published.claimAll(names, account.id())) {
      throw new StoreFailure("Two accounts hold one of " + names);
    }
  }

  private static IllegalArgumentException noAccount(AccountId id) {
    return new IllegalArgumentException("No account: " + id);
  }

  /// One account as home, and all others as they are published.
  private record HomeView(Account home, JournaledAccounts others, NameIndex names) implements View {

    @Override
    public Optional<Account> account(AccountId id) {
      return id.equals(home.id()) ? Optional.of(home) : others.account(id);
    }

    @Override
    public Optional<AccountId> accountWithAlias(String alias) {
      return names.holder(UniqueName.alias(alias));
    }

    @Override
    public Optional<AccountId> accountOfForeignKey(String accessKeyId) {
      return names.holder(UniqueName.foreignKeyId(accessKeyId));
    }

    @Override
    public Optional<AccountId> accountWithDelegation(String requestId) {
      return names.holder(UniqueName.delegation(requestId));
    }
  }
}
