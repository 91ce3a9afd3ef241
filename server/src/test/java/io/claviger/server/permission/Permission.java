package io.claviger.server.permission;

import io.claviger.base.AccountId;

/// An action on a resource, as a policy allows it.
///
/// @param action `iam:CreateUser`
/// @param resource within the account: `user/eve`, `federated-user/fay`; or `*`
record Permission(String action, String resource) {

  /// Reads `CreateUser user/eve`; actions are IAM's unless they say otherwise.
  static Permission of(String text) {
    String[] words = text.split(" ", 2);
    return new Permission(words[0].contains(":") ? words[0] : "iam:" + words[0], words[1]);
  }

  /// The operation whose own action it is: `CreateUser`.
  String operation() {
    return action.substring(action.indexOf(':') + 1);
  }

  String arn(AccountId account) {
    if (resource.equals("*")) {
      return resource;
    }
    boolean isOfSts = resource.startsWith("federated-user/") || resource.equals("self");
    String service = isOfSts ? "sts" : "iam";
    return "arn:aws:%s::%s:%s".formatted(service, account, resource);
  }

  /// The statement that allows just this.
  String statement(AccountId account) {
    return Policies.statement("Allow", "Action", action, arn(account));
  }
}
