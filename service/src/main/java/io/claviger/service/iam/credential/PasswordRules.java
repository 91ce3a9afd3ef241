package io.claviger.service.iam.credential;

import io.claviger.account.Account;
import io.claviger.account.PasswordPolicy;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// What a password must be: the account's password policy or, where none is set, AWS's default.
///
/// AWS rule: IAM User Guide, "Set an account password policy for IAM users", "Custom password
/// policy options" and "Default password policy".
final class PasswordRules {

  private static final int DEFAULT_LENGTH = 8;
  private static final int DEFAULT_MIX = 3;
  private static final String SYMBOLS = "!@#$%^&*()_+-=[]{}|'";

  private PasswordRules() {}

  /// The first rule that the password breaks, as AWS says it; empty where it is good.
  static Optional<String> violation(String password, Account home) {
    PasswordPolicy policy = home.settings().passwordPolicy();
    return policy == null ? ofDefault(password, home) : ofCustom(password, policy);
  }

  private static Optional<String> ofCustom(String password, PasswordPolicy policy) {
    return Stream.of(
            ofLength(password, policy.minimumLength()),
            ofOne(policy.requireUppercase(), password, PasswordRules::isUpper, "uppercase letter"),
            ofOne(policy.requireLowercase(), password, PasswordRules::isLower, "lowercase letter"),
            ofOne(policy.requireNumbers(), password, PasswordRules::isDigit, "number"),
            ofOne(policy.requireSymbols(), password, PasswordRules::isSymbol, "symbol"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> ofDefault(String password, Account home) {
    return ofLength(password, DEFAULT_LENGTH)
        .or(() -> ofMix(password))
        .or(() -> ofName(password, home));
  }

  private static Optional<String> ofMix(String password) {
    long kinds =
        Stream.<IntPredicate>of(
                PasswordRules::isUpper,
                PasswordRules::isLower,
                PasswordRules::isDigit,
                PasswordRules::isSymbol)
            .filter(kind -> password.chars().anyMatch(kind))
            .count();
    return broken(
        kinds < DEFAULT_MIX,
        "Password should have at least three of the following: uppercase letter, lowercase letter,"
            + " number, symbol");
  }

  private static Optional<String> ofName(String password, Account home) {
    boolean isName =
        password.equals(home.id().digits()) || password.equalsIgnoreCase(home.settings().alias());
    return broken(isName, "Password should not be identical to the account name");
  }

  private static Optional<String> ofLength(String password, int minimum) {
    return broken(
        password.length() < minimum, "Password should have a minimum length of " + minimum);
  }

  private static Optional<String> ofOne(
      boolean isRequired, String password, IntPredicate kind, String what) {
    return broken(
        isRequired && password.chars().noneMatch(kind),
        "Password should have at least one " + what);
  }

  private static Optional<String> broken(boolean isBroken, String rule) {
    return isBroken ? Optional.of(rule) : Optional.empty();
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSymbol(int c) {
    return SYMBOLS.indexOf(c) >= 0;
  }
}
