package io.claviger.cli.simulate;

import io.claviger.base.Arn;
import io.claviger.policy.cases.NamedPrincipal;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import java.util.Optional;
import java.util.Set;

/// Who asks, as `--principal` says it.
final class PrincipalArgument {

  private static final int CANONICAL_ID_DIGITS = 64;

  /// The identity providers that AWS knows by a name of their own.
  ///
  /// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal", OIDC federated principals.
  private static final Set<String> PROVIDERS =
      Set.of(
          "accounts.google.com",
          "cognito-identity.amazonaws.com",
          "graph.facebook.com",
          "www.amazon.com");

  private PrincipalArgument() {}

  /// The requester; empty if the text names none.
  ///
  /// @param context may have the unique id of the principal (`aws:userid`), and for a session the
  ///   ARN of its role (`aws:PrincipalArn`)
  static Optional<Requester> find(String text, RequestContext context) {
    if (text.equals("anonymous")) {
      return Optional.of(new Requester.Anonymous());
    }
    Optional<Arn> arn = Arn.find(text);
    if (arn.isPresent()) {
      return isProvider(arn.get())
          ? Optional.of(new Requester.Federated(text))
          : NamedPrincipal.find(arn.get(), null, context);
    }
    if (PROVIDERS.contains(text)) {
      return Optional.of(new Requester.Federated(text));
    }
    if (text.endsWith(".amazonaws.com") || text.endsWith(".amazonaws.com.cn")) {
      return Optional.of(new Requester.Service(text));
    }
    boolean isCanonical =
        text.length() == CANONICAL_ID_DIGITS
            && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return isCanonical ? Optional.of(new Requester.CanonicalUser(text)) : Optional.empty();
  }

  private static boolean isProvider(Arn arn) {
    return arn.service().equals("iam")
        && (arn.resource().startsWith("saml-provider/")
            || arn.resource().startsWith("oidc-provider/"));
  }
}
