package io.claviger.cli.simulate;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.cli.names.KnownKeys;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who asks, for what: every action on every resource.
///
/// @param isRequesterAssumed whether nobody said who asks
/// @param given the condition keys that were given
/// @param requests with all condition keys, those filled in too
record AskedRequests(
    Requester requester,
    boolean isRequesterAssumed,
    GivenContext given,
    List<AccessRequest> requests) {

  /// The account that AWS's documentation uses in examples.
  private static final AccountId SOME_ACCOUNT = new AccountId("123456789012");

  AskedRequests {
    requests = List.copyOf(requests);
  }

  /// @param now for the keys that are filled in; null for not to fill in any
  static AskedRequests of(RequestOptions options, KnownKeys known, @Nullable Instant now)
      throws MisuseException {
    if (options.actions().isEmpty()) {
      throw new MisuseException("--action is missing: what do they want to do?");
    }
    for (String action : options.actions()) {
      checkAction(action);
    }
    for (String resource : options.resources()) {
      checkResource(resource);
    }
    GivenContext given = GivenContext.of(options.context(), known);
    Requester requester = requester(options, given.context());
    List<AccessRequest> requests = new ArrayList<>();
    for (String action : options.actions()) {
      for (String resource : options.resources()) {
        AccountId owner = owner(options, resource, requester);
        AccessRequest bare = new AccessRequest(action, resource, owner, given.context());
        requests.add(now == null ? bare : withFilledIn(requester, bare, now));
      }
    }
    return new AskedRequests(requester, options.principal() == null, given, requests);
  }

  /// What is given goes before what would be filled in.
  private static AccessRequest withFilledIn(
      Requester requester, AccessRequest request, Instant now) {
    RequestContext filledIn = FilledIn.of(requester, request, now);
    return request.withContext(filledIn.and(request.context()));
  }

  private static void checkAction(String action) throws MisuseException {
    int colon = action.indexOf(':');
    if (colon < 1 || colon == action.length() - 1 || action.indexOf('*') >= 0) {
      throw new MisuseException(
          "--action is service:Name without wildcards, as s3:GetObject, not '" + action + "'");
    }
  }

  private static void checkResource(String resource) throws MisuseException {
    if (!resource.equals("*") && Arn.find(resource).isEmpty()) {
      throw new MisuseException(
          "--resource is a full ARN, as arn:aws:s3:::bucket/key, or *, not '" + resource + "'");
    }
  }

  private static Requester requester(RequestOptions options, RequestContext context)
      throws MisuseException {
    String text = options.principal();
    if (text == null) {
      AccountId account = ownerByName(options, options.resources().getFirst()).orElse(SOME_ACCOUNT);
      return new Requester.IamUser(account, Arn.iam(account, "user/example"), "");
    }
    Optional<Requester> found = PrincipalArgument.find(text, context);
    if (found.isEmpty()) {
      throw new MisuseException(
          "--principal is the ARN of a user, a role, a session or an account's root, a service, an"
              + " identity provider, or anonymous, not '"
              + text
              + "'");
    }
    return found.get();
  }

  private static AccountId owner(RequestOptions options, String resource, Requester requester)
      throws MisuseException {
    Optional<AccountId> owner = ownerByName(options, resource).or(requester::accountId);
    if (owner.isEmpty()) {
      throw new MisuseException(
          "--resource-account is missing: neither " + resource + " nor the principal tells it");
    }
    return owner.get();
  }

  private static Optional<AccountId> ownerByName(RequestOptions options, String resource)
      throws MisuseException {
    String given = options.resourceAccount();
    if (given == null) {
      return Arn.find(resource).flatMap(Arn::accountId);
    }
    Optional<AccountId> account = AccountId.find(given);
    if (account.isEmpty()) {
      throw new MisuseException("--resource-account has 12 digits, not '" + given + "'");
    }
    return account;
  }
}
