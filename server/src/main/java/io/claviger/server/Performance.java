package io.claviger.server;

import io.claviger.access.AccessErrors;
import io.claviger.access.Authorization;
import io.claviger.access.Authorizer;
import io.claviger.access.CallContext;
import io.claviger.access.Caller;
import io.claviger.access.CallerStanding;
import io.claviger.account.Account;
import io.claviger.account.Activity;
import io.claviger.account.Ids;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.server.audit.CallRecord;
import io.claviger.service.Call;
import io.claviger.service.Operation;
import io.claviger.service.Outcome;
import io.claviger.service.ReadOperation;
import io.claviger.service.WriteOperation;
import io.claviger.store.AccountStore;
import io.claviger.store.Store;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.query.RedactedJson;
import io.claviger.wire.sigv4.SigningErrors;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// Carries out an operation for a caller: prepare, [ allowed? → run → change ], commit, publish.
///
/// What stands in brackets happens on the head of the home account for a write, so that a caller
/// who has just lost a right loses the race; for a read, on one published value.
final class Performance {

  private static final Logger LOG = LoggerFactory.getLogger(Performance.class);

  private final Store store;
  private final Authorizer authorizer;
  private final Ids ids;

  Performance(Store store, Authorizer authorizer, Ids ids) {
    this.store = store;
    this.authorizer = authorizer;
    this.ids = ids;
  }

  /// Counts that a user or role has called an operation, whatever comes of it. Who is federated by
  /// a user counts as that user; root is not counted.
  ///
  /// AWS rule: IAM User Guide, "Refine permissions in AWS using last accessed information": "The
  /// last accessed information includes all attempts to access an AWS API, not just the successful
  /// attempts."
  void tried(Caller caller, String service, String operation, CallRecord record) {
    Optional<String> principal =
        switch (caller) {
          case Caller.IamUser user -> Optional.of(user.userId());
          case Caller.RoleSession role -> Optional.of(role.roleId());
          case Caller.FederatedUser user -> Optional.of(user.userId());
          case Caller.Root _, Caller.Federated _, Caller.Anonymous _ -> Optional.empty();
        };
    principal.ifPresent(id ->
        store
            .activity()
            .record(
                caller.accountId().orElseThrow(),
                Activity.Kind.ACTION,
                Activity.actionId(id, service + ':' + operation),
                new Activity.Use(record.time(), service, record.region())));
  }

  /// Carries it out and returns the answer, when the change is durable.
  ///
  /// @param raw of the operation's input type
  /// @param signer who signed; [Caller.Anonymous] where a token in the input has to stand for that,
  ///   signed or not
  /// @throws io.claviger.wire.ServiceError when the caller is denied or the call can't be served
  <I extends AwsRequest, O extends AwsResponse> O of(
      Operation<I, O> operation,
      AwsRequest raw,
      Caller signer,
      HttpRequest request,
      CallRecord record) {
    I input = operation.input().cast(raw);
    AccountId home =
        operation.home(input).or(signer::accountId).orElseThrow(ServerErrors::serviceFailure);
    boolean isThere = store.accounts().account(home).isPresent();
    record.performs(operation instanceof ReadOperation, isThere ? home : null);
    View published = published(home);
    Caller caller = caller(operation, input, signer, published, record);
    Call unprepared = call(caller, record);
    if (operation.isPreparedForTheAllowedOnly()) {
      authorize(operation, input, unprepared, published, request, record);
    }
    Call call = operation.prepare(input, unprepared, published);
    return switch (operation) {
      case ReadOperation<I, O> read -> {
        authorize(operation, input, call, published, request, record);
        yield read.run(input, call, published);
      }
      case WriteOperation<I, O> write -> {
        O output =
            store
                .accounts()
                .write(
                    home,
                    head -> {
                      authorize(operation, input, call, head, request, record);
                      Outcome<O> outcome = write.run(input, call, head);
                      return new AccountStore.Staged<>(
                          outcome.change(),
                          record.success(RedactedJson.of(outcome.output())),
                          outcome.output());
                    });
        tell(write, input, call, home);
        yield output;
      }
    };
  }

  /// What is durable stays so, whether others hear of it or not.
  private <I extends AwsRequest> void tell(
      WriteOperation<I, ?> write, I input, Call call, AccountId home) {
    try {
      write.committed(input, call, published(home));
    } catch (RuntimeException e) {
      LOG.error("What request {} has changed could not be told", call.requestId(), e);
    }
  }

  /// Who calls: who signed, or whom the token vouches for where that is the credential. Only then
  /// is all of the input kept.
  private static <I extends AwsRequest> Caller caller(
      Operation<I, ?> operation, I input, Caller signer, View published, CallRecord record) {
    if (!(signer instanceof Caller.Anonymous)) {
      return signer;
    }
    record.comesFrom(operation.isOfKnownProvider(input, published));
    Caller caller =
        operation
            .bearer(input, published, record.time())
            .map(Caller.Federated::new)
            .orElseThrow(SigningErrors::missingAuthenticationToken);
    record.calledBy(caller);
    record.took(RedactedJson.of(input));
    return caller;
  }

  private <I extends AwsRequest> void authorize(
      Operation<I, ?> operation,
      I input,
      Call call,
      View view,
      HttpRequest request,
      CallRecord record) {
    // The key may have been taken away by a write that came first and is not published yet.
    if (!CallerStanding.isCurrent(call.caller(), view)) {
      throw SigningErrors.invalidClientTokenId();
    }
    RequestContext context =
        CallContext.of(call.caller(), request, call.region(), call.now(), view);
    List<AccessRequest> requirements = operation.requires(input, call, view);
    if (requirements.isEmpty() && operation.needsPermission()) {
      throw new IllegalStateException("No permission is required for " + operation.input());
    }
    for (AccessRequest required : requirements) {
      Authorization authorization = authorizer.authorize(call.caller(), required, context, view);
      if (!authorization.isAllowed()) {
        record.denied(authorization.decision());
        throw AccessErrors.accessDenied(authorization);
      }
    }
  }

  private Call call(Caller caller, CallRecord record) {
    return new Call(
        caller,
        record.requestId(),
        record.time(),
        record.region(),
        store.activity(),
        store.secrets(),
        store.usedOnce(),
        ids,
        null);
  }

  /// An account that does not exist reads as one that holds nothing, so that whoever names a role
  /// in it hears the same as of a role that does not trust them.
  private View published(AccountId home) {
    AccountStore accounts = store.accounts();
    return accounts.account(home).isPresent()
        ? accounts.published(home)
        : new NothingThere(Account.empty(home), accounts);
  }

  private record NothingThere(Account home, AccountStore accounts) implements View {

    @Override
    public Optional<Account> account(AccountId id) {
      return id.equals(home.id()) ? Optional.of(home) : accounts.account(id);
    }

    @Override
    public Optional<AccountId> accountWithAlias(String alias) {
      return accounts.accountWithAlias(alias);
    }

    @Override
    public Optional<AccountId> accountOfForeignKey(String accessKeyId) {
      return accounts.accountOfForeignKey(accessKeyId);
    }

    @Override
    public Optional<AccountId> accountWithDelegation(String requestId) {
      return accounts.accountWithDelegation(requestId);
    }
  }
}
