package io.claviger.service.iam.owned;

import io.claviger.account.Account;
import io.claviger.account.UserCredential;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.iam.Owner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the request of one operation names a credential and its owner.
///
/// @param action the permission it needs on the user: `iam:DeleteAccessKey`
/// @param userName null in the request for the caller's own
public record CredentialInput<I, C extends UserCredential>(
    Class<I> type,
    String action,
    CredentialKind<C> kind,
    Function<I, @Nullable String> userName,
    Function<I, String> id) {

  /// The action on the user, about the credential where there is such a one.
  public AccessRequest access(I input, Call call, Account home) {
    String name = userName.apply(input);
    AccessRequest access = Owner.access(home, action, name, call);
    return Owner.find(name, call, home)
        .flatMap(owner -> kind.find(id.apply(input), owner, home))
        .map(credential -> kind.about(credential, access))
        .orElse(access);
  }

  /// The credential that the request names.
  ///
  /// @throws io.claviger.wire.ServiceError when there is no such user, or it has no such credential
  public C require(I input, Call call, Account home) {
    return kind.require(id.apply(input), Owner.of(userName.apply(input), call, home), home);
  }
}
