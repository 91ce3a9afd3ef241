package io.claviger.service.iam.lastaccess;

import io.claviger.access.CallerIdentity;
import io.claviger.account.Account;
import io.claviger.account.PolicyHolder;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.Optional;

/// The ARN of a user, group or role, in which only the name counts: IAM is seen to take any path.
/// That of a managed policy counts as a whole.
///
/// What is authorized is the entity that is meant, by its real path.
record EntityArn(String text) {

  private static final String PARTITION = "aws";

  /// The action on the entity; on the ARN as given where there is none.
  AccessRequest access(Account home, String action) {
    return holder(home)
        .map(holder -> IamResources.entity(home, action, holder))
        .orElseGet(() -> IamResources.policy(home, action, text));
  }

  /// The user, group or role.
  Optional<PolicyHolder> holder(Account home) {
    return Arn.find(text)
        .filter(arn -> arn.service().equals("iam"))
        .filter(arn -> arn.accountId().filter(home.id()::equals).isPresent())
        .flatMap(arn -> named(home, arn));
  }

  private static Optional<PolicyHolder> named(Account home, Arn arn) {
    String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
    return (switch (type(arn)) {
          case "user" -> home.users().named(name);
          case "group" -> home.groups().named(name);
          case "role" -> home.roles().named(name);
          default -> Optional.<PolicyHolder>empty();
        })
        .map(PolicyHolder.class::cast);
  }

  /// The word before the path; empty where there is none.
  static String type(Arn arn) {
    int slash = arn.resource().indexOf('/');
    return slash < 0 ? "" : arn.resource().substring(0, slash);
  }

  /// The ARN as one of this account's IAM, or of AWS's policies.
  ///
  /// @throws io.claviger.wire.ServiceError when it is none
  Arn requireOfIam(Call call, Account home) {
    Arn arn = Arn.find(text).orElseThrow(() -> IamErrors.invalidArn(text));
    if (!arn.partition().equals(PARTITION)) {
      throw LastAccessErrors.wrongPartition();
    }
    if (!arn.service().equals("iam")) {
      throw LastAccessErrors.wrongService();
    }
    boolean isOurs =
        arn.account().equals(home.id().digits())
            || (arn.account().equals("aws") && type(arn).equals("policy"));
    if (!isOurs) {
      String caller = CallerIdentity.of(call.caller()).orElseThrow().arn().toString();
      throw LastAccessErrors.anotherAccount(caller, text);
    }
    return arn;
  }

  static boolean isOfHolder(Arn arn) {
    return switch (type(arn)) {
      case "user", "group", "role" -> true;
      default -> false;
    };
  }
}
