package io.claviger.service;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.claviger.access.Authorization;
import io.claviger.access.AuthorizationMessages;
import io.claviger.access.Caller;
import io.claviger.access.CompiledPolicies;
import io.claviger.access.OpenedToken;
import io.claviger.access.PrincipalPolicies;
import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.access.TradeInTokens;
import io.claviger.access.federation.FederatedIdentity;
import io.claviger.access.fetch.Fetcher;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.account.Account;
import io.claviger.account.AccountSettings;
import io.claviger.account.Activity;
import io.claviger.account.Change;
import io.claviger.account.Ids;
import io.claviger.account.Quotas;
import io.claviger.account.SecretName;
import io.claviger.account.Secrets;
import io.claviger.account.TokenKeys;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.base.SecretText;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.reference.ManagedPolicies;
import io.claviger.service.iam.delegation.Notice;
import io.claviger.service.iam.delegation.Partner;
import io.claviger.service.iam.delegation.PartnerSetup;
import io.claviger.service.iam.delegation.Partners;
import io.claviger.service.iam.delegation.PolicyTemplate;
import io.claviger.service.table.Operations;
import io.claviger.testkit.BucketTemplate;
import io.claviger.wire.ServiceError;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// IAM without a server: accounts in memory, a clock that stands still, ids from a seed.
///
/// A call runs as the pipeline runs it, but unless [#enforcing] without authorization: it is
/// prepared, what it requires is worked out, then it is run against its home account, and its
/// change is applied. The caller is the first account's root user unless [#as] says otherwise.
public final class InMemoryIam {

  public static final AccountId ACCOUNT = new AccountId("111122223333");
  public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private static final ManagedPolicies MANAGED = ManagedPolicies.load();

  /// Seals with one key that is all zeros.
  private static final TokenKeys KEYS = new OneKey();

  private static final SessionTokens TOKENS = new SessionTokens(KEYS);
  private static final AuthorizationMessages MESSAGES = new AuthorizationMessages(KEYS);
  private static final PrincipalPolicies PRINCIPALS =
      new PrincipalPolicies(MANAGED, new CompiledPolicies());

  /// Nobody brings an encrypted assertion here.
  private static final Secrets NO_SECRETS = (_, _) -> Optional.empty();

  /// Where the accounts' own issuers are found.
  public static final IssuerUrls ISSUERS =
      new IssuerUrls(() -> URI.create("https://iam.example.org"));

  /// Every account is a partner's, with the one template.
  private static final Partners EVERYBODY =
      account ->
          Optional.of(
              new Partner(
                  account,
                  "Acme",
                  BucketTemplate.DOMAIN,
                  Map.of(BucketTemplate.NAME, PolicyTemplate.parse(BucketTemplate.text()))));

  private static final Enforcement ENFORCEMENT = new Enforcement(PRINCIPALS);

  private final State state;
  private final Caller caller;
  private final boolean isEnforcing;

  private InMemoryIam(State state, Caller caller, boolean isEnforcing) {
    this.state = state;
    this.caller = caller;
    this.isEnforcing = isEnforcing;
  }

  public InMemoryIam() {
    this(Quotas.AWS_DEFAULTS);
  }

  public InMemoryIam(Quotas quotas) {
    this(quotas, new NobodyThere());
  }

  /// @param fetcher gets what identity providers publish
  public InMemoryIam(Quotas quotas, Fetcher fetcher) {
    this(new ArrayList<>(), fetcher, root(ACCOUNT));
    addAccount(ACCOUNT);
    change(ACCOUNT, Change.put(account().settings().withQuotas(quotas)));
  }

  private InMemoryIam(List<Notice> notices, Fetcher fetcher, Caller caller) {
    this(
        new State(
            Operations.all(
                MANAGED,
                PRINCIPALS,
                TOKENS,
                MESSAGES,
                NO_SECRETS,
                fetcher,
                ISSUERS,
                new PartnerSetup(EVERYBODY, notices::add, new TradeInTokens(KEYS))),
            notices),
        caller,
        false);
  }

  /// What partners were told, in order.
  public List<Notice> notices() {
    return List.copyOf(state.notices);
  }

  /// The same accounts, called by someone else.
  public InMemoryIam as(Caller other) {
    return new InMemoryIam(state, other, isEnforcing);
  }

  /// The same accounts and caller, but calls are checked, restricted and authorized as the pipeline
  /// does it.
  public InMemoryIam enforcing() {
    return new InMemoryIam(state, caller, true);
  }

  /// The same accounts, called by a user of the first account with a long-term key.
  public InMemoryIam asUser(String name) {
    User user = account().users().named(name).orElseThrow();
    return as(new Caller.IamUser(ACCOUNT, user.id(), user.arn(ACCOUNT), "AKIATEST", null));
  }

  /// The same accounts, called by a session of a role that need not exist.
  public InMemoryIam asRoleSession() {
    Arn role = Arn.iam(ACCOUNT, "role/Worker");
    Session session =
        Session.ofRole(
            ACCOUNT, "AROATEST", role, "work", state.now, state.now.plus(Duration.ofHours(1)));
    return as(new Caller.RoleSession(ACCOUNT, "AROATEST", role, "ASIATEST", session));
  }

  /// An account's root user with a long-term key.
  public static Caller root(AccountId account) {
    return new Caller.Root(account, "AKIAROOT", null);
  }

  /// Adds an account with nothing in it, or puts what it has into place.
  public void addAccount(AccountId id) {
    state.accounts.put(id, Account.empty(id).apply(Change.put(AccountSettings.initial(START))));
  }

  /// The session that a token carries.
  ///
  /// @throws java.util.NoSuchElementException when it is none of ours or expired
  public Session session(String token) {
    return switch (TOKENS.open(SecretText.of(token), state.now)) {
      case OpenedToken.Valid valid -> valid.session();
      case OpenedToken.Expired _, OpenedToken.Invalid _ -> throw new NoSuchElementException();
    };
  }

  /// The details of a decision as they are handed out encoded.
  public String encoded(Authorization authorization) {
    return MESSAGES.encode(authorization, state.ids);
  }

  /// Changes an account past the API.
  public void change(AccountId id, Change change) {
    state.apply(id, change);
  }

  public Account account() {
    return account(ACCOUNT);
  }

  public Account account(AccountId id) {
    return Objects.requireNonNull(state.accounts.get(id));
  }

  public Instant now() {
    return state.now;
  }

  /// Moves the clock on.
  public void advance(Duration by) {
    state.now = state.now.plus(by);
  }

  /// What was counted as used; tests may record into it.
  public Activity activity() {
    return state.activity;
  }

  public Optional<SecretText> secret(SecretName name) {
    return state.find(ACCOUNT, name);
  }

  /// Makes the call and returns its answer.
  public AwsResponse call(AwsRequest input) {
    return run(state.operation(input), input);
  }

  /// Makes the call and returns its answer.
  public <O extends AwsResponse> O call(AwsRequest input, Class<O> output) {
    return output.cast(call(input));
  }

  /// The error that the call ends with; nothing has changed then.
  public ServiceError error(AwsRequest input) {
    Account before = account();
    ServiceError error = assertThrows(ServiceError.class, () -> call(input));
    if (before != account()) {
      fail("A call that failed has changed the account: " + input);
    }
    return error;
  }

  /// Whether policies let the caller do something on a resource of the first account, of whatever
  /// service.
  public boolean may(String action, String resource) {
    AccessRequest request = new AccessRequest(action, resource, ACCOUNT, RequestContext.EMPTY);
    try {
      ENFORCEMENT.authorize(List.of(request), call(), new HeadView(account(), state));
      return true;
    } catch (ServiceError _) {
      return false;
    }
  }

  /// What the caller must be allowed to do for the call.
  public List<AccessRequest> requires(AwsRequest input) {
    return requires(state.operation(input), input);
  }

  private <I extends AwsRequest> List<AccessRequest> requires(
      Operation<I, ?> operation, AwsRequest input) {
    I typed = operation.input().cast(input);
    View view = view(operation, typed);
    return operation.requires(typed, operation.prepare(typed, call(), view), view);
  }

  private <I extends AwsRequest, O extends AwsResponse> O run(
      Operation<I, O> operation, AwsRequest input) {
    I typed = operation.input().cast(input);
    View view = view(operation, typed);
    if (isEnforcing) {
      ENFORCEMENT.admit(input, call());
    }
    if (!(caller instanceof Caller.Federated)) {
      Optional<FederatedIdentity> bearer = operation.bearer(typed, view, state.now);
      if (bearer.isPresent()) {
        return as(new Caller.Federated(bearer.get())).run(operation, input);
      }
    }
    if (isEnforcing && operation.isPreparedForTheAllowedOnly()) {
      ENFORCEMENT.authorize(operation.requires(typed, call(), view), call(), view);
    }
    Call prepared = operation.prepare(typed, call(), view);
    List<AccessRequest> required = operation.requires(typed, prepared, view);
    if (isEnforcing) {
      ENFORCEMENT.authorize(required, prepared, view);
    }
    return switch (operation) {
      case ReadOperation<I, O> read -> read.run(typed, prepared, view);
      case WriteOperation<I, O> write -> {
        Outcome<O> outcome = write.run(typed, prepared, view);
        state.apply(view.home().id(), outcome.change());
        write.committed(typed, prepared, view(operation, typed));
        yield outcome.output();
      }
    };
  }

  private <I extends AwsRequest> View view(Operation<I, ?> operation, I input) {
    AccountId home = operation.home(input).or(caller::accountId).orElse(ACCOUNT);
    return new HeadView(account(home), state);
  }

  private Call call() {
    return new Call(
        caller,
        "00000000-0000-4000-8000-000000000000",
        state.now,
        "us-east-1",
        state.activity,
        state,
        new Marks(state.used),
        state.ids,
        null);
  }

  private record HeadView(Account home, State state) implements View {

    @Override
    public Optional<Account> account(AccountId id) {
      return Optional.ofNullable(state.accounts.get(id));
    }

    @Override
    public Optional<AccountId> accountWithAlias(String alias) {
      return state.accounts.values().stream()
          .filter(account -> alias.equals(account.settings().alias()))
          .map(Account::id)
          .findFirst();
    }

    @Override
    public Optional<AccountId> accountOfForeignKey(String accessKeyId) {
      return state.accounts.values().stream()
          .filter(account -> account.accessKey(accessKeyId).isPresent())
          .map(Account::id)
          .findFirst();
    }

    @Override
    public Optional<AccountId> accountWithDelegation(String requestId) {
      return state.accounts.values().stream()
          .filter(account -> account.delegations().byId(requestId).isPresent())
          .map(Account::id)
          .findFirst();
    }
  }

  /// An internet without identity providers.
  private static final class NobodyThere implements Fetcher {

    @Override
    public byte[] get(URI uri, Set<String> thumbprints) {
      return fail("Nothing is to be fetched from " + uri);
    }

    @Override
    public String topThumbprint(URI uri) {
      return fail("Nothing is to be fetched from " + uri);
    }
  }

  /// What all callers share. Used by one thread.
  private static final class State implements Secrets {

    private final Map<Class<?>, Operation<?, ?>> operations = new HashMap<>();
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<String, SecretText> secrets = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Activity activity = new MemoryActivity();
    private final Ids ids = new Ids(new Random(42));
    private final List<Notice> notices;
    private Instant now = START;

    State(List<Operation<?, ?>> all, List<Notice> notices) {
      this.notices = notices;
      for (Operation<?, ?> operation : all) {
        if (operations.put(operation.input(), operation) != null) {
          fail("Two operations for " + operation.input());
        }
      }
    }

    Operation<?, ?> operation(AwsRequest input) {
      return Objects.requireNonNull(
          operations.get(input.getClass()), () -> "Not in the table: " + input.getClass());
    }

    void apply(AccountId id, Change change) {
      accounts.put(id, Objects.requireNonNull(accounts.get(id)).apply(change));
      change.erased().forEach(name -> secrets.remove(id + " " + name));
      change.secrets().forEach(put -> secrets.put(id + " " + put.name(), put.text()));
    }

    @Override
    public Optional<SecretText> find(AccountId account, SecretName name) {
      return Optional.ofNullable(secrets.get(account + " " + name));
    }
  }
}
