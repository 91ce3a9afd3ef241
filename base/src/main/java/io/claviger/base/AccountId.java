package io.claviger.base;

import java.util.Optional;

/// The 12-digit number that names an AWS account.
///
/// Leading zeros are part of the number: `000000000012` and `12` are not the same account, and the
/// latter is none.
public record AccountId(String digits) implements Comparable<AccountId> {

  private static final int LENGTH = 12;

  public AccountId {
    if (!isValid(digits)) {
      throw new IllegalArgumentException(
          "An account id has exactly 12 digits, but this has not: " + digits);
    }
  }

  /// The account that `text` names, or empty unless it is exactly 12 ASCII digits.
  public static Optional<AccountId> find(String text) {
    return isValid(text) ? Optional.of(new AccountId(text)) : Optional.empty();
  }

  /// The account with this number.
  ///
  /// @throws IllegalArgumentException outside 0 … 999,999,999,999
  public static AccountId of(long number) {
    if (number < 0 || number > 999_999_999_999L) {
      throw new IllegalArgumentException("An account number has 12 digits: " + number);
    }
    String digits = Long.toString(number);
    return new AccountId("0".repeat(LENGTH - digits.length()) + digits);
  }

  /// The id as a number, as access key ids carry it.
  public long number() {
    return Long.parseLong(digits);
  }

  @Override
  public int compareTo(AccountId other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }

  private static boolean isValid(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
