package io.claviger.server;

import io.claviger.access.MfaCodes;
import io.claviger.access.outbound.NewSigningKey;
import io.claviger.account.AccessKey;
import io.claviger.account.Account;
import io.claviger.account.AccountSettings;
import io.claviger.account.AuditEvent;
import io.claviger.account.Change;
import io.claviger.account.EntityKey;
import io.claviger.account.Ids;
import io.claviger.account.MfaDevice;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.account.SecretName;
import io.claviger.account.Tags;
import io.claviger.account.UsedOnce;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import io.claviger.server.audit.UserIdentity;
import io.claviger.server.http.StartupFailure;
import io.claviger.store.AccountStore;
import io.claviger.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// What is done to an account from outside the API: making it, and what only its root user needs.
/// Every act leaves an audit event.
public final class AccountSetup {

  private static final String ROOT_DEVICE = "root-account-mfa-device";
  private static final int MIN_SEED_CHARACTERS = 26;

  private final AccountStore accounts;
  private final UsedOnce usedOnce;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Ids ids;
  private final String operator;

  /// @param random a cryptographically strong source
  /// @param operator who does it, for the audit events: the name of the operating system's user
  public AccountSetup(Store store, InstantSource clock, RandomGenerator random, String operator) {
    this.accounts = store.accounts();
    this.usedOnce = store.usedOnce();
    this.clock = clock;
    this.random = random;
    this.ids = new Ids(random);
    this.operator = operator;
  }

  /// An account number that is not taken: 12 digits, the first of them no zero.
  public AccountId unusedId() {
    AccountId id;
    do {
      id = AccountId.of(random.nextLong(100_000_000_000L, 1_000_000_000_000L));
    } while (accounts.account(id).isPresent());
    return id;
  }

  /// Makes an account with its root user and root's access key.
  ///
  /// @throws StartupFailure if the account exists
  public RootCredentials create(AccountId account) {
    return create(newCredentials(account));
  }

  /// A new access key for an account's root user, which nothing knows yet.
  public RootCredentials newCredentials(AccountId account) {
    return new RootCredentials(
        account, ids.accessKeyId(Ids.Prefix.AKIA, account), ids.secretAccessKey());
  }

  /// Makes an account whose root user has the given access key.
  ///
  /// @throws StartupFailure if the account exists
  public RootCredentials create(RootCredentials root) {
    if (accounts.account(root.account()).isPresent()) {
      throw new StartupFailure("The account " + root.account() + " exists.");
    }
    Instant now = now();
    Change first =
        Change.put(AccountSettings.initial(now))
            .andPut(key(root, now))
            .andSecret(secretName(root), root.secret());
    accounts.create(root.account(), first, event(root.account(), "CreateAccount", now));
    return root;
  }

  /// Gives the root user one new access key in place of all it has.
  ///
  /// @throws StartupFailure if there is no such account
  public RootCredentials resetRootCredentials(AccountId account) {
    require(account);
    RootCredentials root = newCredentials(account);
    return accounts.write(
        account,
        view -> {
          Instant now = now();
          Change change = Change.put(key(root, now)).andSecret(secretName(root), root.secret());
          for (AccessKey old : view.home().accessKeysOf(account.digits())) {
            change =
                change
                    .andRemove(old.key())
                    .andErase(new SecretName(SecretName.Kind.ACCESS_KEY, old.id()));
          }
          return new AccountStore.Staged<>(
              change, event(account, "ResetRootCredentials", now), root);
        });
  }

  /// Enables a virtual MFA device for the root user, in place of the one it has.
  ///
  /// @param seed in base32
  /// @param first a code that the device showed
  /// @param second the code it showed next, about now
  /// @return the device's serial number
  /// @throws StartupFailure if there is no such account, or the codes are not the seed's
  public String enableRootMfa(AccountId account, SecretText seed, String first, String second) {
    require(account);
    MfaDevice proved = new MfaDevice("/", ROOT_DEVICE, now(), Tags.NONE, null, null);
    if (seed.reveal().length() < MIN_SEED_CHARACTERS) {
      throw new StartupFailure(
          "The seed is too short: 16 bytes, 26 characters in base32, at least.");
    }
    MfaCodes codes = new MfaCodes((_, _) -> Optional.of(seed), usedOnce);
    OptionalInt drift = codes.verifyConsecutive(account, proved, first, second, clock.instant());
    if (drift.isEmpty()) {
      throw new StartupFailure(
          "The codes are not two in a row of this seed, the second of them current, or were used"
              + " before. Nothing has changed.");
    }
    return accounts.write(
        account,
        view -> {
          Instant now = now();
          MfaDevice device =
              new MfaDevice("/", ROOT_DEVICE, now, Tags.NONE, account.digits(), now)
                  .withDrift(drift.getAsInt());
          requireRootsOwn(view.home(), device);
          Change change = Change.put(device).andSecret(seedName(device.key()), seed);
          for (MfaDevice old : view.home().mfaDevicesOf(account.digits())) {
            if (!old.key().equals(device.key())) {
              change = change.andRemove(old.key()).andErase(seedName(old.key()));
            }
          }
          return new AccountStore.Staged<>(
              change, event(account, "EnableMFADevice", now), device.serial(account).toString());
        });
  }

  /// Gives the account's issuer of web identity tokens a new key for each algorithm. Tokens are
  /// signed with these from now on; the private keys they take the place of are erased, the public
  /// ones published for another day, since tokens that are out may need them.
  ///
  /// @return the ids of the keys that sign now
  /// @throws StartupFailure if there is no such account, or it has never issued tokens
  public List<String> rotateSigningKeys(AccountId account) {
    if (require(account).outboundIssuer().isEmpty()) {
      throw new StartupFailure(
          "The account " + account + " has never issued web identity tokens: it has no keys.");
    }
    List<NewSigningKey> fresh = NewSigningKey.forEveryAlgorithm();
    return accounts.write(
        account,
        view -> {
          Instant now = now();
          OutboundIssuer issuer = view.home().outboundIssuer().orElseThrow();
          Change change = NewSigningKey.install(fresh, issuer, now);
          return new AccountStore.Staged<>(
              change,
              event(account, "RotateTokenSigningKeys", now),
              change.secrets().stream().map(put -> put.name().id()).toList());
        });
  }

  /// Adjusts quotas of an account; those that are not named stay as they are.
  ///
  /// AWS rule: IAM User Guide, "IAM and AWS STS quotas": AWS raises these on request.
  ///
  /// @return all of them
  /// @throws StartupFailure if there is no such account, or a value is not positive
  public Quotas adjustQuotas(AccountId account, Map<Quota, Integer> adjusted) {
    require(account);
    adjusted.forEach((quota, value) -> {
      if (value <= 0) {
        throw new StartupFailure(quota.awsName() + " must be 1 at least, not " + value + ".");
      }
    });
    return accounts.write(
        account,
        view -> {
          Quotas quotas = view.home().quotas();
          for (Map.Entry<Quota, Integer> one : adjusted.entrySet()) {
            quotas = quotas.with(one.getKey(), one.getValue());
          }
          return new AccountStore.Staged<>(
              Change.put(view.home().settings().withQuotas(quotas)),
              event(account, "AdjustQuotas", now()),
              quotas);
        });
  }

  /// The quotas of an account.
  ///
  /// @throws StartupFailure if there is no such account
  public Quotas quotas(AccountId account) {
    return require(account).quotas();
  }

  /// All accounts, in the order of their ids.
  public List<Account> all() {
    return accounts.accounts().stream().map(accounts::account).flatMap(Optional::stream).toList();
  }

  private static void requireRootsOwn(Account account, MfaDevice device) {
    account
        .mfaDevices()
        .byId(device.key().id())
        .filter(present -> !account.id().digits().equals(present.ownerId()))
        .ifPresent(_ -> {
          throw new StartupFailure(
              "The account has a device "
                  + device.name()
                  + " that is not root's; delete it first.");
        });
  }

  private Account require(AccountId account) {
    return accounts
        .account(account)
        .orElseThrow(() ->
            new StartupFailure(
                "There is no account "
                    + account
                    + " here. There are: "
                    + String.join(
                        ", ", accounts.accounts().stream().map(AccountId::digits).toList())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static AccessKey key(RootCredentials root, Instant now) {
    return new AccessKey(root.accessKeyId(), root.account().digits(), true, now);
  }

  private static SecretName secretName(RootCredentials root) {
    return new SecretName(SecretName.Kind.ACCESS_KEY, root.accessKeyId());
  }

  private static SecretName seedName(EntityKey device) {
    return new SecretName(SecretName.Kind.MFA_SEED, device.id());
  }

  private AuditEvent event(AccountId account, String name, Instant now) {
    String id = ids.uuid();
    String identity = UserIdentity.operator(operator);
    return new AuditEvent(
        id,
        now,
        account,
        identity,
        "claviger",
        name,
        "",
        "",
        "claviger",
        id,
        null,
        false,
        null,
        null,
        null,
        null,
        null);
  }
}
