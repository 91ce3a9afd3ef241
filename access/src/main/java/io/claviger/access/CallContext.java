package io.claviger.access;

import io.claviger.account.Account;
import io.claviger.account.Accounts;
import io.claviger.account.Role;
import io.claviger.account.Tagged;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.policy.decide.PrincipalKeys;
import io.claviger.policy.decide.RequestContext;
import io.claviger.wire.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fills in the condition keys that say who calls, from where, when and how. The server alone knows
/// them: nothing a client sends as a parameter can set one.
///
/// AWS rule: IAM User Guide, "AWS global condition context keys".
public final class CallContext {

  /// Every key that is filled in, for the list of what is supported. Which of them a request has
  /// depends on its caller.
  public static final List<String> KEYS =
      List.of(
          "aws:CurrentTime",
          "aws:EpochTime",
          "aws:FederatedProvider",
          "aws:MultiFactorAuthAge",
          "aws:MultiFactorAuthPresent",
          "aws:PrincipalAccount",
          "aws:PrincipalArn",
          "aws:PrincipalIsAWSService",
          "aws:PrincipalTag/${TagKey}",
          "aws:PrincipalType",
          "aws:Referer",
          "aws:RequestedRegion",
          "aws:ResourceAccount",
          "aws:SecureTransport",
          "aws:SourceIdentity",
          "aws:SourceIp",
          "aws:TokenIssueTime",
          "aws:UserAgent",
          "aws:ViaAWSService",
          "aws:userid",
          "aws:username");

  private CallContext() {}

  /// The caller's and the request's keys.
  ///
  /// @param region the region that was signed for
  /// @param accounts where the caller's tags and present name are read; for a write, the head
  public static RequestContext of(
      Caller caller, HttpRequest request, String region, Instant now, Accounts accounts) {
    RequestContext context =
        RequestContext.EMPTY
            .with("aws:CurrentTime", seconds(now))
            .with("aws:EpochTime", Long.toString(now.getEpochSecond()))
            .with("aws:RequestedRegion", region)
            .with("aws:SecureTransport", Boolean.toString(request.isSecure()))
            .with("aws:SourceIp", SourceAddress.text(request.peer()))
            .with("aws:ViaAWSService", "false");
    context = withHeader(context, "aws:UserAgent", request.header("User-Agent"));
    context = withHeader(context, "aws:Referer", request.header("Referer"));
    context = withCaller(context, caller, accounts);
    Session session = caller.session();
    return session == null ? context : withSession(context, session, now);
  }

  /// Only what an operation may say of itself: of the global keys, those of the tags it carries or
  /// touches. Any other global key is the server's to fill in, or absent.
  static RequestContext operationKeys(RequestContext context) {
    RequestContext kept = RequestContext.EMPTY;
    for (var entry : context.all().entrySet()) {
      if (isOperationKey(entry.getKey())) {
        kept =
            switch (entry.getValue()) {
              case RequestContext.Value.Single one -> kept.with(entry.getKey(), one.value());
              case RequestContext.Value.Multi many -> kept.with(entry.getKey(), many.all());
            };
      }
    }
    return kept;
  }

  /// What an operation says of MFA that came with the very call, as `AssumeRole` takes it. Empty
  /// where none came.
  ///
  /// AWS rule: STS API Reference, "AssumeRole", "Using MFA with AssumeRole".
  static RequestContext shownMfa(RequestContext context) {
    return context.get("aws:MultiFactorAuthPresent") instanceof RequestContext.Value.Single
        ? RequestContext.EMPTY
            .with("aws:MultiFactorAuthPresent", "true")
            .with("aws:MultiFactorAuthAge", "0")
        : RequestContext.EMPTY;
  }

  private static boolean isOperationKey(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return !lower.startsWith("aws:")
        || lower.equals("aws:tagkeys")
        || lower.startsWith("aws:requesttag/")
        || lower.startsWith("aws:resourcetag/");
  }

  private static RequestContext withCaller(
      RequestContext context, Caller caller, Accounts accounts) {
    RequestContext named = context.and(PrincipalKeys.of(Authorizer.requester(caller, accounts)));
    return caller instanceof Caller.Federated federated
        // What the server knows goes before what a token says.
        ? federated.identity().keys().and(named)
        : withTags(named, principalTags(caller, accounts));
  }

  /// The tags that `aws:PrincipalTag` tells of: the principal's own and the session's.
  ///
  /// @param accounts where the principal's own are read
  public static Tags principalTags(Caller caller, Accounts accounts) {
    return switch (caller) {
      case Caller.IamUser user -> tags(user(accounts, caller, user.userId()), user.session());
      case Caller.RoleSession role -> tags(role(accounts, role), role.session());
      case Caller.FederatedUser user -> tags(user(accounts, caller, user.userId()), user.session());
      case Caller.Root _, Caller.Federated _, Caller.Anonymous _ -> Tags.NONE;
    };
  }

  private static RequestContext withSession(RequestContext context, Session session, Instant now) {
    RequestContext result =
        context
            .with("aws:TokenIssueTime", seconds(session.issuedAt()))
            .with("aws:MultiFactorAuthPresent", Boolean.toString(session.hasMfa()));
    Instant mfa = session.mfaAuthenticatedAt();
    if (mfa != null) {
      long age = Math.max(0, Duration.between(mfa, now).toSeconds());
      result = result.with("aws:MultiFactorAuthAge", Long.toString(age));
    }
    String sourceIdentity = session.sourceIdentity();
    if (sourceIdentity != null) {
      result = result.with("aws:SourceIdentity", sourceIdentity);
    }
    Federation federation = session.federation();
    return federation == null ? result : withFederation(result, federation);
  }

  /// What the server knows goes before what a token said.
  private static RequestContext withFederation(RequestContext context, Federation federation) {
    RequestContext keys = PrincipalKeys.ofProvider(federation.provider());
    for (Map.Entry<String, String> key : federation.keys().entrySet()) {
      keys = keys.with(key.getKey(), key.getValue());
    }
    return keys.and(context);
  }

  /// The principal's own tags and the session's; where both have a key, the session's holds.
  ///
  /// AWS rule: IAM User Guide, "Pass session tags in AWS STS".
  private static Tags tags(Optional<? extends Tagged> principal, @Nullable Session session) {
    Tags own = principal.map(Tagged::tags).orElse(Tags.NONE);
    return session == null ? own : own.with(session.tags().all());
  }

  private static RequestContext withTags(RequestContext context, Tags tags) {
    RequestContext result = context;
    for (Tags.Tag tag : tags.all()) {
      result = result.with("aws:PrincipalTag/" + tag.key(), tag.value());
    }
    return result;
  }

  private static RequestContext withHeader(
      RequestContext context, String key, Optional<String> value) {
    return value.map(text -> context.with(key, text)).orElse(context);
  }

  private static Optional<Role> role(Accounts accounts, Caller.RoleSession caller) {
    return accounts.account(caller.account()).flatMap(a -> a.roles().byId(caller.roleId()));
  }

  private static Optional<User> user(Accounts accounts, Caller caller, String userId) {
    Optional<Account> account = caller.accountId().flatMap(accounts::account);
    return account.flatMap(a -> a.users().byId(userId));
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
