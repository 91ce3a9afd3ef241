package io.claviger.access;

import io.claviger.account.AccessKey;
import io.claviger.account.Account;
import io.claviger.account.Accounts;
import io.claviger.account.Activity;
import io.claviger.account.Ids;
import io.claviger.account.SecretName;
import io.claviger.account.Secrets;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.base.SecretText;
import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.sigv4.SignatureVerifier;
import io.claviger.wire.sigv4.SignedRequest;
import io.claviger.wire.sigv4.SigningErrors;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Finds out who signed a request. Touches memory only; safe for use by many threads.
///
/// Whatever is wrong with an access key or a session token gives one and the same error, after the
/// same work: unknown, inactive and deleted keys, and tokens that are forged or not the key's own,
/// cannot be told apart.
public final class Authenticator {

  private final Accounts accounts;
  private final Secrets secrets;
  private final SessionTokens tokens;
  private final Activity activity;
  private final InstantSource clock;
  private final SignatureVerifier verifier = new SignatureVerifier();

  /// What a request is checked against when there is no key to check it against.
  private final SecretText decoy;

  public Authenticator(
      Accounts accounts,
      Secrets secrets,
      SessionTokens tokens,
      Activity activity,
      InstantSource clock,
      Ids ids) {
    this.accounts = accounts;
    this.secrets = secrets;
    this.tokens = tokens;
    this.activity = activity;
    this.clock = clock;
    this.decoy = ids.secretAccessKey();
  }

  private record Claim(Caller caller, SecretText secret) {}

  /// The caller, whose signature is good. Counts as a use of its access key or role.
  ///
  /// @param body all of the request's body
  /// @param signed what the request says of its signature
  /// @param service the namespace of the service that is called, which the scope must name
  /// @throws ServiceError AWS's error for what is wrong with the signature or the credentials
  public Caller authenticate(
      HttpRequest request, byte[] body, SignedRequest signed, String service) {
    if (!signed.scope().service().equals(service)) {
      throw SigningErrors.wrongService(service);
    }
    Instant now = clock.instant();
    Optional<Claim> claim = claim(signed, now);
    if (claim.isEmpty()) {
      throw refusal(request, body, signed, now);
    }
    verifier.verify(signed, request, body, claim.get().secret(), now);
    Caller caller = claim.get().caller();
    count(caller, new Activity.Use(now, service, signed.scope().region()));
    return caller;
  }

  /// Whether the credentials that a request names exist and may sign, whoever it is that names
  /// them.
  public boolean knowsCredentials(SignedRequest signed) {
    return claim(signed, clock.instant()).isPresent();
  }

  /// Takes as long as a wrong signature with a right key does.
  private ServiceError refusal(
      HttpRequest request, byte[] body, SignedRequest signed, Instant now) {
    try {
      verifier.verify(signed, request, body, decoy, now);
    } catch (ServiceError _) {
      // What is wrong with the signature does not matter: there is no such key.
    }
    return SigningErrors.invalidClientTokenId();
  }

  private Optional<Claim> claim(SignedRequest signed, Instant now) {
    return signed.sessionToken().isPresent()
        ? temporary(signed.accessKeyId(), signed.sessionToken().get(), now)
        : longTerm(signed.accessKeyId());
  }

  private Optional<Claim> longTerm(String accessKeyId) {
    Optional<Account> account = accountOf(accessKeyId).flatMap(accounts::account);
    Optional<AccessKey> key = account.flatMap(a -> a.accessKey(accessKeyId));
    if (account.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    AccountId id = account.get().id();
    return owner(account.get(), key.get())
        .filter(caller -> CallerStanding.isCurrent(caller, accounts))
        .flatMap(caller ->
            secrets
                .find(id, new SecretName(SecretName.Kind.ACCESS_KEY, accessKeyId))
                .map(secret -> new Claim(caller, secret)));
  }

  /// Ids given from outside come first: AWS's own may look as if they carried one of our accounts.
  private Optional<AccountId> accountOf(String accessKeyId) {
    return accounts.accountOfForeignKey(accessKeyId).or(() -> Ids.accountOf(accessKeyId));
  }

  private static Optional<Caller> owner(Account account, AccessKey key) {
    AccountId id = account.id();
    if (key.ownerId().equals(id.digits())) {
      return Optional.of(new Caller.Root(id, key.id(), null));
    }
    return account
        .users()
        .byId(key.ownerId())
        .map(user -> new Caller.IamUser(id, user.id(), user.arn(id), key.id(), null));
  }

  private Optional<Claim> temporary(String accessKeyId, SecretText token, Instant now) {
    return switch (tokens.open(token, now)) {
      case OpenedToken.Invalid _ -> Optional.empty();
      case OpenedToken.Expired _ -> throw SigningErrors.expiredToken();
      case OpenedToken.Valid valid when valid.accessKeyId().equals(accessKeyId) ->
          Optional.of(caller(accessKeyId, valid.session()))
              .filter(caller -> CallerStanding.isCurrent(caller, accounts))
              .map(caller -> new Claim(caller, valid.secretAccessKey()));
      case OpenedToken.Valid _ -> Optional.empty();
    };
  }

  private Caller caller(String accessKeyId, Session session) {
    AccountId account = session.account();
    String principal = session.principalId();
    return switch (session.kind()) {
      case ASSUMED_ROLE ->
          new Caller.RoleSession(account, principal, session.principalArn(), accessKeyId, session);
      case FEDERATION -> federated(accessKeyId, session);
      // A user or root who has delegated is behind the session as behind a federated user's: a
      // policy that names them does not lift what the session is restricted to.
      case DELEGATED ->
          session.isOfRole()
              ? new Caller.RoleSession(
                  account, principal, session.principalArn(), accessKeyId, session)
              : federated(accessKeyId, session);
      case SESSION_TOKEN ->
          session.isOfRoot()
              ? new Caller.Root(account, accessKeyId, session)
              : new Caller.IamUser(account, principal, userArn(session), accessKeyId, session);
    };
  }

  private Caller federated(String accessKeyId, Session session) {
    return new Caller.FederatedUser(
        session.account(), session.principalId(), userArn(session), accessKeyId, session);
  }

  /// The user's ARN as it is now: a user can be renamed.
  private Arn userArn(Session session) {
    return accounts
        .account(session.account())
        .flatMap(account -> account.users().byId(session.principalId()))
        .map(user -> user.arn(session.account()))
        .orElse(session.principalArn());
  }

  private void count(Caller caller, Activity.Use use) {
    switch (caller) {
      case Caller.RoleSession role ->
          activity.record(role.account(), Activity.Kind.ROLE, role.roleId(), use);
      case Caller.IamUser user -> countKey(user, user.account(), user.accessKeyId(), use);
      case Caller.Root root -> countKey(root, root.account(), root.accessKeyId(), use);
      case Caller.FederatedUser _, Caller.Federated _, Caller.Anonymous _ -> {}
    }
  }

  /// Temporary keys are not counted: nobody can ask for their last use.
  private void countKey(Caller caller, AccountId account, String keyId, Activity.Use use) {
    if (caller.session() == null) {
      activity.record(account, Activity.Kind.ACCESS_KEY, keyId, use);
    }
  }
}
