package io.claviger.policy.document;

import io.claviger.base.Arn;
import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Checks that a trust policy which lets tokens of OpenID Connect assume its role says whose.
///
/// Of an issuer that many organizations share, AWS refuses to save a trust policy that does not
/// test the claim that tells them apart, or against wildcards only. That is taken further here:
/// `repo:*` is no less open than `*`, nor is `*:environment:production`. Of any other issuer a
/// policy is saved that every one of its tokens meets, with a warning.
///
/// AWS rule: IAM User Guide, "Identity-provider controls for shared OIDC providers"; "Create a role
/// for OpenID Connect federation", "Configuring a role for GitHub OIDC identity provider": "IAM
/// checks […] that the condition key […] is present and that its value is not solely a wildcard
/// character (* and ?) or null." The wording is ours.
///
/// @param findings of the statement at hand
record TenantAdvice(Findings findings) {

  private static final String ACTION = "sts:assumerolewithwebidentity";
  private static final String PROVIDER = "oidc-provider/";
  private static final String ANYONE = "*";

  /// What a value must meet to be said of one tenant. All else, and its opposites, is met by
  /// others.
  private static final Set<Comparison> TESTS =
      Set.of(
          Comparison.STRING_EQUALS, Comparison.STRING_EQUALS_IGNORE_CASE, Comparison.STRING_LIKE);

  /// @param span of the principal
  void check(Statement statement, Span span) {
    if (statement.effect() == Effect.DENY || !takesTokens(statement.action())) {
      return;
    }
    statement
        .principal()
        .ifPresent(element ->
            element.names().stream()
                .flatMap(name -> url(name).stream())
                .distinct()
                .forEach(url -> check(url, statement.conditions(), span)));
  }

  private void check(String url, List<Condition> conditions, Span span) {
    Optional<SharedIssuer> shared = SharedIssuer.find(url);
    if (shared.isPresent()) {
      checkShared(shared.get(), conditions, span);
    } else if (!isTested(conditions, key -> isOfOne(url, key), value -> !isOpen(value))) {
      findings.warning(
          "OIDC_TRUST_OF_ANY_SUBJECT",
          span,
          "Whoever gets a token of "
              + (url.equals(ANYONE) ? "any provider" : url)
              + " may assume the role: test its sub.");
    }
  }

  private void checkShared(SharedIssuer issuer, List<Condition> conditions, Span span) {
    Predicate<String> isKey = issuer.key()::equals;
    if (!isTested(conditions, isKey, value -> !issuer.isOfAnybody(value))) {
      findings.refused(
          "OIDC_TRUST_OF_ANY_TENANT", span, Wording.anyTenant(issuer.url(), issuer.key()));
    } else if (!isTested(
        conditions, isKey, value -> !issuer.isOfAnybody(value) && !issuer.isOfSeveral(value))) {
      findings.warning(
          "OIDC_TRUST_OF_SEVERAL_TENANTS",
          span,
          "A wildcard within the name of an organization is met by others' names too.");
    }
  }

  /// Whether there is a condition on such a key, all whose values are as they should be: any one of
  /// them is enough to meet it.
  private static boolean isTested(
      List<Condition> conditions, Predicate<String> isKey, Predicate<String> isNarrow) {
    return conditions.stream()
        .filter(condition -> isKey.test(AsciiCase.lower(condition.key())))
        .filter(condition -> isTest(condition.operator()))
        .map(Condition::values)
        .anyMatch(values -> !values.isEmpty() && values.stream().allMatch(isNarrow));
  }

  private static boolean isTest(String operator) {
    return ConditionOperator.find(operator)
        .filter(found -> TESTS.contains(found.comparison()))
        .isPresent();
  }

  /// Whether the key tells who has the token. Its audience does not where the provider has a list
  /// of them, but is all there is where the issuer is built in. Of everyone, any key tells more.
  private static boolean isOfOne(String url, String key) {
    if (url.equals(ANYONE)) {
      return true;
    }
    boolean isBuiltIn = url.equals("accounts.google.com");
    return key.startsWith(AsciiCase.lower(url) + ':') && (isBuiltIn || !key.endsWith("aud"));
  }

  private static boolean isOpen(String value) {
    return value.chars().allMatch(c -> c == '*' || c == '?');
  }

  /// The issuer that a principal stands for; everyone is one of any issuer too.
  private static Optional<String> url(PrincipalName name) {
    if (name.type() == PrincipalType.AWS && name.value().equals(ANYONE)) {
      return Optional.of(ANYONE);
    }
    if (name.type() != PrincipalType.FEDERATED) {
      return Optional.empty();
    }
    Optional<Arn> arn = Arn.find(name.value());
    if (arn.isEmpty()) {
      return Optional.of(name.value());
    }
    return arn.map(Arn::resource)
        .filter(resource -> resource.startsWith(PROVIDER))
        .map(resource -> resource.substring(PROVIDER.length()));
  }

  private static boolean takesTokens(Statement.ActionElement action) {
    return action.isNegated()
        || action.patterns().stream().map(AsciiCase::lower).anyMatch(TenantAdvice::isMet);
  }

  /// Whether the pattern is met by the action, as far as its ends tell.
  private static boolean isMet(String pattern) {
    int last = Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?'));
    return last < 0
        ? pattern.equals(ACTION)
        : ACTION.startsWith(SharedIssuer.fixed(pattern))
            && ACTION.endsWith(pattern.substring(last + 1));
  }
}
