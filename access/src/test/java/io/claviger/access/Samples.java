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
    return new Session(
        Session.Kind.ASSUMED_ROLE,
        ACCOUNT,
        ROLE_ID,
        ROLE_ARN,
        "build-7",
        NOW,
        NOW.plusSeconds(3600),
        "{\"Version\":\"2012-10-17\",\"Statement\":[]}",
        List.of(Arn.parse("arn:aws:iam::aws:policy/ReadOnlyAccess")),
        new Tags(List.of(new Tags.Tag("team", "blue"), new Tags.Tag("stage", "größe"))),
        List.of("team"),
        "alice",
        NOW.minusSeconds(60),
        true);
  }

  /// A session of `Deployer` of one hour, for whom a provider vouched.
  static Session federatedSession() {
    return new Session(
        Session.Kind.ASSUMED_ROLE,
        ACCOUNT,
        ROLE_ID,
        ROLE_ARN,
        "build-7",
        NOW,
        NOW.plusSeconds(3600),
        null,
        List.of(),
        Tags.NONE,
        List.of(),
        null,
        null,
        false,
        new Federation(
            PROVIDER, Map.of("idp.example.com:sub", "ann", "idp.example.com:aud", "us")));
  }

  /// Ann, whom a provider vouches for.
  ///
  /// @param forgedKey a key that her token gives besides her subject
  static Caller webIdentity(String forgedKey) {
    return new Caller.Federated(
        new FederatedIdentity(
            FederatedIdentity.Kind.WEB_IDENTITY,
            PROVIDER,
            PROVIDER + ":us:ann",
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
    return new Session(
        kind,
        principalArn.accountId().orElseThrow(),
        principalId,
        principalArn,
        kind == Session.Kind.SESSION_TOKEN ? "" : "s1",
        NOW,
        NOW.plusSeconds(3600),
        null,
        List.of(),
        Tags.NONE,
        List.of(),
        null,
        null,
        false);
  }

  static Session withLimits(
      Session s, @Nullable String policy, List<Arn> arns, List<Tags.Tag> tags) {
    return new Session(
        s.kind(),
        s.account(),
        s.principalId(),
        s.principalArn(),
        s.sessionName(),
        s.issuedAt(),
        s.expiresAt(),
        policy,
        arns,
        new Tags(tags),
        s.transitiveTagKeys(),
        s.sourceIdentity(),
        s.mfaAuthenticatedAt(),
        s.isChained(),
        s.federation());
  }

  static Session withMfa(Session s, Instant at) {
    return new Session(
        s.kind(),
        s.account(),
        s.principalId(),
        s.principalArn(),
        s.sessionName(),
        s.issuedAt(),
        s.expiresAt(),
        s.inlinePolicy(),
        s.policyArns(),
        s.tags(),
        s.transitiveTagKeys(),
        s.sourceIdentity(),
        at,
        s.isChained());
  }
}
