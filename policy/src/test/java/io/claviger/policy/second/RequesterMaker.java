package io.claviger.policy.second;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.Requester;
import io.claviger.testkit.Choices;
import java.util.Optional;

/// Makes requesters of every kind, of two accounts.
final class RequesterMaker {

  static final AccountId HOME = new AccountId("111122223333");
  static final AccountId AWAY = new AccountId("444455556666");
  static final String CANONICAL = "ab".repeat(32);
  static final String PROVIDER = "accounts.google.com";
  static final String SERVICE = "x.amazonaws.com";
  static final String USER_ID = "AIDAUSER";
  static final String ROLE_ID = "AROAROLE";

  private RequesterMaker() {}

  static Requester make(Choices choices) {
    AccountId account = choices.chance(72) ? HOME : AWAY;
    String userId = choices.chance(80) ? USER_ID : "";
    return switch (choices.below(16)) {
      case 0 -> new Requester.Root(account);
      case 1, 2, 3, 4 -> new Requester.IamUser(account, user(account), userId);
      case 5, 6, 7 -> session(account, "role/worker", Optional.of("worker/s1"), choices);
      case 8 -> session(account, "role/ana/worker", Optional.of("worker/s1"), choices);
      case 9 -> session(account, "role/worker", Optional.empty(), choices);
      case 10 ->
          session(account, "role/aws-service-role/x/worker", Optional.of("worker/s1"), choices);
      case 11, 12 -> federated(account, userId, choices);
      case 13 -> new Requester.Service(SERVICE);
      case 14 -> new Requester.Anonymous();
      default ->
          choices.chance(50)
              ? new Requester.Federated(PROVIDER)
              : new Requester.CanonicalUser(CANONICAL);
    };
  }

  static Arn user(AccountId account) {
    return Arn.iam(account, "user/ana");
  }

  static Arn federatedSession(AccountId account) {
    return Arn.sts(account, "federated-user/eve");
  }

  private static Requester session(
      AccountId account, String role, Optional<String> session, Choices choices) {
    return new Requester.RoleSession(
        account,
        Arn.iam(account, role),
        choices.chance(80) ? ROLE_ID : "",
        session.map(name -> Arn.sts(account, "assumed-role/" + name)));
  }

  private static Requester federated(AccountId account, String userId, Choices choices) {
    Optional<Arn> by =
        switch (choices.below(6)) {
          case 0 -> Optional.empty();
          case 1 -> Optional.of(Arn.iam(account, "root"));
          default -> Optional.of(user(account));
        };
    String id = by.filter(arn -> !arn.resource().equals("root")).map(_ -> userId).orElse("");
    return new Requester.FederatedUser(account, by, id, federatedSession(account));
  }
}
