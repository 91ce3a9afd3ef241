package io.claviger.policy.second;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes principal elements that often mean the requester, by one of its names.
final class PrincipalMaker {

  private static final PrincipalName ANYONE = new PrincipalName(PrincipalType.ANYONE, "*");

  private final Choices choices;
  private final List<PrincipalName> own;

  PrincipalMaker(Choices choices, Requester requester) {
    this.choices = choices;
    this.own = names(requester);
  }

  PrincipalElement make(Effect effect) {
    boolean isNegated = choices.chance(effect == Effect.DENY ? 30 : 2);
    if (!isNegated && choices.chance(30)) {
      return new PrincipalElement(false, List.of(choices.chance(70) ? ANYONE : aws("*")));
    }
    List<PrincipalName> names = new ArrayList<>();
    if (isNegated && choices.chance(50)) {
      own.stream().filter(_ -> choices.chance(85)).forEach(names::add);
    }
    if (names.isEmpty()) {
      names.addAll(choices.listOf(1, 2, _ -> choices.chance(75) ? choices.oneOf(own) : stranger()));
    }
    // As in a text, where the names of one type stand together.
    return new PrincipalElement(
        isNegated, names.stream().sorted(Comparator.comparing(PrincipalName::type)).toList());
  }

  /// Everybody, as in resource control policies.
  static PrincipalElement anyone() {
    return new PrincipalElement(false, List.of(ANYONE));
  }

  private PrincipalName stranger() {
    return switch (choices.below(12)) {
      case 0 -> new PrincipalName(PrincipalType.SERVICE, RequesterMaker.SERVICE);
      case 1 -> new PrincipalName(PrincipalType.FEDERATED, RequesterMaker.PROVIDER);
      case 2 -> new PrincipalName(PrincipalType.CANONICAL_USER, RequesterMaker.CANONICAL);
      case 3 -> aws(RequesterMaker.AWAY.digits());
      case 4 -> aws(RequesterMaker.HOME.digits());
      case 5 -> aws(RequesterMaker.USER_ID);
      case 6 -> aws(RequesterMaker.ROLE_ID + ":s2");
      case 7 -> aws("arn:aws:iam::111122223333:user/bob");
      case 8 -> aws("arn:aws:iam::111122223333:role/worker");
      case 9 -> aws(choices.oneOf("arn:aws-cn:iam::111122223333:root", ":s1", ""));
      case 10 -> aws(choices.oneOf("arn:aws:iam::111122223333:user/*", "x", "11112222333"));
      default ->
          choices.chance(30) ? aws("*") : aws(Spoiler.turned(choices.oneOf(own).value(), choices));
    };
  }

  private static List<PrincipalName> names(Requester requester) {
    List<PrincipalName> names = new ArrayList<>();
    requester.accountId().ifPresent(account -> addAccount(names, account));
    switch (requester) {
      case Requester.Root _ -> {}
      case Requester.IamUser(AccountId _, Arn arn, String id) -> {
        names.add(aws(arn.toString()));
        addId(names, id);
      }
      case Requester.RoleSession(AccountId _, Arn role, String id, Optional<Arn> session) -> {
        names.add(aws(role.toString()));
        addId(names, id);
        session.ifPresent(arn -> names.add(aws(arn.toString())));
        addId(names, id.isEmpty() ? "" : id + ":s1");
      }
      case Requester.FederatedUser(AccountId _, Optional<Arn> user, String id, Arn session) -> {
        names.add(aws(session.toString()));
        user.ifPresent(arn -> names.add(aws(arn.toString())));
        addId(names, id);
      }
      case Requester.Service(String name) ->
          names.add(new PrincipalName(PrincipalType.SERVICE, name));
      case Requester.Federated(String provider) ->
          names.add(new PrincipalName(PrincipalType.FEDERATED, provider));
      case Requester.CanonicalUser(String id) ->
          names.add(new PrincipalName(PrincipalType.CANONICAL_USER, id));
      case Requester.Anonymous _ -> names.add(aws("*"));
    }
    return names;
  }

  private static void addAccount(List<PrincipalName> names, AccountId account) {
    names.add(aws(account.digits()));
    names.add(aws(Arn.iam(account, "root").toString()));
  }

  private static void addId(List<PrincipalName> names, String id) {
    if (!id.isEmpty()) {
      names.add(aws(id));
    }
  }

  private static PrincipalName aws(String value) {
    return new PrincipalName(PrincipalType.AWS, value);
  }
}
