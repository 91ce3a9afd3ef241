package io.claviger.service.iam.role;

/// The form of domain names, as RFC 1123 has it.
final class DomainNames {

  private static final int MOST_CHARACTERS = 253;
  private static final int MOST_IN_LABEL = 63;

  private DomainNames() {}

  /// Whether the value has the form of a domain name of at least two labels.
  static boolean isOne(String value) {
    String[] labels = value.split("\\.", -1);
    if (labels.length < 2 || value.length() > MOST_CHARACTERS) {
      return false;
    }
    for (String label : labels) {
      if (!isLabel(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.length() <= MOST_IN_LABEL
        && label.charAt(0) != '-'
        && label.charAt(label.length() - 1) != '-'
        && label.chars().allMatch(DomainNames::isLetterDigitOrHyphen);
  }

  private static boolean isLetterDigitOrHyphen(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }
}
