package io.claviger.access;

import io.claviger.access.federation.FederatedIdentity;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Ids;
import io.claviger.account.Role;
import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.RequestContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Values that several tests start from.
final class Samples {

  static final AccountId ACCOUNT = new AccountId("111122223333");
  static final AccountId OTHER = new AccountId("444455556666");
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  static final Arn ROLE_ARN = Arn.iam(ACCOUNT, "role/app/Deployer");
  static final String ROLE_ID = "AROAEXAMPLEDEPLOYER01";
  static final String PROVIDER = "arn:aws:iam::111122223333:oidc-provider/idp.example.com";
  static final Arn USER_ARN = Arn.iam(ACCOUNT, "user/bob");
  static final String USER_ID = "AIDAEXAMPLEUSERBOB001";

  private Samples() {}

  static Ids ids(long seed) {
    return new Ids(new SplittableRandom(seed));
  }

  /// The role `Deployer` that trusts whom the document says.
  static Role deployer(String trust) {
    return role(ROLE_ID, "/app/", "Deployer", trust);
  }

  static Role role(String id, String path, String name, String trust) {
    return new Role(
        id, path, name, NOW, Tags.NONE, null, IdentityPolicies.NONE, trust, List.of(), "", 3600);
  }

  /// A session of `Deployer` of one hour that has everything a session can have.
  static Session fullSession() {
    return Session.ofRole(ACCOUNT, ROLE_ID, ROLE_ARN, "build-7", NOW, NOW.plusSeconds(3600))
        .withPolicies(
            "{\"Version\":\"2012-10-17\",\"Statement\":[]}",
            List.of(Arn.parse("arn:aws:iam::aws:policy/ReadOnlyAccess")))
        .withTags(
            new Tags(List.of(new Tags.Tag("team", "blue"), new Tags.Tag("stage", "größe"))),
            List.of("team"))
        .withSourceIdentity("alice")
        .withMfa(NOW.minusSeconds(60))
        .assumedBy(true, null);
  }

  /// A session of `Deployer` of one hour, for whom a provider vouched.
  static Session federatedSession() {
    return Session.ofRole(ACCOUNT, ROLE_ID, ROLE_ARN, "build-7", NOW, NOW.plusSeconds(3600))
        .assumedBy(
            false,
            new Federation(
                PROVIDER, Map.of("idp.example.com:sub", "ann", "idp.example.com:aud", "us")));
  }

  /// Ann, whom a provider vouches for.
  ///
  /// @param forgedKey a key that her token gives besides her subject
  static Caller webIdentity(String forgedKey) {
    return new Caller.Federated(
        FederatedIdentity.webIdentity(
            PROVIDER,
            "ann",
            "us",
            RequestContext.EMPTY.with("idp.example.com:sub", "ann").with(forgedKey, "forged"),
            List.of(),
            List.of(),
            null));
  }

  /// A session of a kind, of one hour, without anything that it need not have.
  static Session bareSession(Session.Kind kind) {
    boolean isRole = kind == Session.Kind.ASSUMED_ROLE;
    return session(kind, isRole ? ROLE_ID : USER_ID, isRole ? ROLE_ARN : USER_ARN);
  }

  static Session session(Session.Kind kind, String principalId, Arn principalArn) {
    AccountId account = principalArn.accountId().orElseThrow();
    Instant end = NOW.plusSeconds(3600);
    return switch (kind) {
      case ASSUMED_ROLE -> Session.ofRole(account, principalId, principalArn, "s1", NOW, end);
      case SESSION_TOKEN -> Session.ofUser(account, principalId, principalArn, NOW, end);
      case FEDERATION ->
          Session.ofFederatedUser(account, principalId, principalArn, "s1", NOW, end);
      case DELEGATED ->
          Session.ofDelegate(account, principalId, principalArn, "s1", NOW, end, OTHER);
    };
  }

  static Session withLimits(
      Session s, @Nullable String policy, List<Arn> arns, List<Tags.Tag> tags) {
    return s.withPolicies(policy, arns).withTags(new Tags(tags), s.transitiveTagKeys());
  }
}
