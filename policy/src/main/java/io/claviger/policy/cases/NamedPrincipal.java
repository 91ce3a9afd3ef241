package io.claviger.policy.cases;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The requester that an ARN names.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal".
public final class NamedPrincipal {

  private static final String USER = "user/";
  private static final String ROLE = "role/";
  private static final String ASSUMED_ROLE = "assumed-role/";
  private static final String FEDERATED_USER = "federated-user/";

  private final Arn arn;
  private final AccountId account;
  private final RequestContext context;

  private NamedPrincipal(Arn arn, AccountId account, RequestContext context) {
    this.arn = arn;
    this.account = account;
    this.context = context;
  }

  /// The user, role session, federated user or root user; empty if the ARN names none.
  ///
  /// A role's ARN stands for a session of it whose name is not given. What an ARN does not say is
  /// taken from the context where it is there: unique ids from `aws:userid`, a session's role, with
  /// its path, from `aws:PrincipalArn`.
  ///
  /// @param account of the principal; null for the one in the ARN
  public static Optional<Requester> find(
      Arn arn, @Nullable AccountId account, RequestContext context) {
    return Optional.ofNullable(account)
        .or(arn::accountId)
        .flatMap(owner -> new NamedPrincipal(arn, owner, context).requester());
  }

  private Optional<Requester> requester() {
    return switch (arn.service()) {
      case "iam" -> ofIam();
      case "sts" -> ofSts();
      default -> Optional.empty();
    };
  }

  private Optional<Requester> ofIam() {
    String resource = arn.resource();
    if (resource.equals("root")) {
      return Optional.of(new Requester.Root(account));
    }
    boolean isNamed = !resource.endsWith("/");
    if (resource.startsWith(USER) && isNamed) {
      return Optional.of(new Requester.IamUser(account, arn, userId()));
    }
    return resource.startsWith(ROLE) && isNamed
        ? Optional.of(new Requester.RoleSession(account, arn, roleId(), Optional.empty()))
        : Optional.empty();
  }

  private Optional<Requester> ofSts() {
    String resource = arn.resource();
    if (resource.startsWith(FEDERATED_USER) && resource.length() > FEDERATED_USER.length()) {
      return Optional.of(new Requester.FederatedUser(account, Optional.empty(), "", arn));
    }
    if (!resource.startsWith(ASSUMED_ROLE)) {
      return Optional.empty();
    }
    int slash = resource.indexOf('/', ASSUMED_ROLE.length());
    boolean isWhole =
        slash > ASSUMED_ROLE.length()
            && slash < resource.length() - 1
            && resource.indexOf('/', slash + 1) < 0;
    if (!isWhole) {
      return Optional.empty();
    }
    Arn role = role(resource.substring(ASSUMED_ROLE.length(), slash));
    return Optional.of(new Requester.RoleSession(account, role, roleId(), Optional.of(arn)));
  }

  /// The role behind a session: the one that the context names, if it is one of that name, since a
  /// session's ARN omits the path.
  private Arn role(String name) {
    return Arn.find(value("aws:PrincipalArn"))
        .filter(role -> role.service().equals("iam") && role.account().equals(arn.account()))
        .filter(role -> role.resource().startsWith(ROLE) && role.resource().endsWith('/' + name))
        .orElseGet(() -> new Arn(arn.partition(), "iam", "", arn.account(), ROLE + name));
  }

  private String userId() {
    return value("aws:userid");
  }

  /// The first part of `AROA…:session`.
  private String roleId() {
    String userId = userId();
    return userId.substring(0, Math.max(0, userId.indexOf(':')));
  }

  private String value(String key) {
    return context.get(key) instanceof RequestContext.Value.Single single ? single.value() : "";
  }
}
