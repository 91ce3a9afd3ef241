package io.claviger.service.iam.role;

import io.claviger.account.Account;
import io.claviger.account.Named;
import io.claviger.account.Role;
import io.claviger.account.Role.TrustedPrincipal;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.policy.PolicyText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trust policies on their way into a role and out of it.
///
/// A user or role that a trust policy names must exist when the policy is saved, and is stored by
/// its unique id: should it be deleted, whoever is later given its name is not trusted. It is shown
/// by its present ARN while it exists, then by the bare id, which cannot be saved again. All else
/// stays as the author wrote it, an account's number too.
///
/// A principal that is missing, one whose path or case is written otherwise, and one of an account
/// that does not exist are answered alike. That a principal exists can still be told from its being
/// accepted, as with AWS.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal", "IAM role principals" and "IAM
/// user principals".
public final class TrustPolicies {

  private TrustPolicies() {}

  /// A trust policy as a role has it.
  ///
  /// @param document as [Role#trust]
  /// @param trusted as [Role#trusted]
  public record Stored(String document, List<TrustedPrincipal> trusted) {

    public Stored {
      trusted = List.copyOf(trusted);
    }
  }

  /// The trust policy as it is stored.
  ///
  /// @throws io.claviger.wire.ServiceError when the text is no trust policy, or names a principal
  ///   that does not exist
  public static Stored store(View view, String text) {
    PolicyDocument document = PolicyText.require(text, PolicyKind.TRUST);
    Map<String, TrustedPrincipal> byValue = new LinkedHashMap<>();
    for (Statement statement : document.statements()) {
      statement
          .principal()
          .ifPresent(element -> element.names().forEach(name -> check(view, name, byValue)));
    }
    String stored =
        PrincipalValues.replace(
            text,
            value -> {
              TrustedPrincipal principal = byValue.get(value);
              return principal == null ? value : principal.id();
            });
    return new Stored(stored, List.copyOf(byValue.values()));
  }

  /// The trust policy of a role as its author would write it today.
  public static String show(View view, Role role) {
    if (role.trusted().isEmpty()) {
      return role.trust();
    }
    return PrincipalValues.replace(
        role.trust(),
        value ->
            role.trusted().stream()
                .filter(principal -> principal.id().equals(value))
                .flatMap(principal -> present(view, principal).stream())
                .map(Arn::toString)
                .findFirst()
                .orElse(value));
  }

  private static void check(
      View view, PrincipalName principal, Map<String, TrustedPrincipal> byValue) {
    String value = principal.value();
    boolean isValid =
        switch (principal.type()) {
          case ANYONE -> true;
          case AWS -> value.equals("*") || isAccount(view, value) || isNamed(view, value, byValue);
          case SERVICE -> ServicePrincipals.isOne(value);
          case FEDERATED -> FederatedPrincipals.isOne(value);
          case CANONICAL_USER -> false;
        };
    if (!isValid) {
      throw IamErrors.invalidPrincipal(principal.type(), value);
    }
  }

  private static boolean isAccount(View view, String value) {
    Optional<AccountId> account = AccountId.find(value);
    if (account.isPresent()) {
      return view.account(account.get()).isPresent();
    }
    return Arn.find(value)
        .filter(arn -> arn.service().equals("iam") && arn.resource().equals("root"))
        .flatMap(arn -> account(view, arn))
        .isPresent();
  }

  /// Whether the value names a user, a role or a role's session, which is then put into the map, or
  /// a federated user.
  private static boolean isNamed(View view, String value, Map<String, TrustedPrincipal> byValue) {
    Optional<Arn> arn = Arn.find(value);
    Optional<Account> account = arn.flatMap(found -> account(view, found));
    if (arn.isEmpty() || account.isEmpty()) {
      return false;
    }
    boolean isSession = arn.get().service().equals("sts");
    Optional<TrustedPrincipal> principal =
        isSession
            ? SessionPrincipals.ofRole(arn.get(), account.get())
            : entity(arn.get(), account.get())
                .map(named -> new TrustedPrincipal(named.id(), arn.get()));
    principal.ifPresent(found -> byValue.put(value, found));
    return principal.isPresent() || (isSession && SessionPrincipals.isFederatedUser(arn.get()));
  }

  private static Optional<Account> account(View view, Arn arn) {
    return arn.partition().equals("aws")
        ? arn.accountId().flatMap(view::account)
        : Optional.empty();
  }

  /// The user or role with exactly this ARN.
  private static Optional<Named> entity(Arn arn, Account account) {
    String text = arn.toString();
    Optional<? extends Named> entity =
        arn.resource().startsWith("user/")
            ? account.users().withArn(text)
            : account.roles().withArn(text);
    return entity.map(found -> found);
  }

  private static Optional<Arn> present(View view, TrustedPrincipal principal) {
    Optional<Account> account = account(view, principal.arn());
    if (account.isEmpty()) {
      return Optional.empty();
    }
    if (principal.arn().service().equals("sts")) {
      return SessionPrincipals.present(principal, account.get());
    }
    Optional<? extends Named> entity =
        principal.arn().resource().startsWith("user/")
            ? account.get().users().byId(principal.id())
            : account.get().roles().byId(principal.id());
    return entity.map(found -> found.arn(account.get().id()));
  }
}
