package io.claviger.account;

/// The name of a session or a source identity, as a token or an assertion passes it: nobody has
/// checked it before. In requests, the API model has the same rule.
///
/// Neither can begin with the reserved `aws:`, since a colon is in no such name.
///
/// AWS rule: STS API Reference, "AssumeRole", `RoleSessionName` and `SourceIdentity`.
public final class PassedName {

  private static final int LEAST_CHARACTERS = 2;
  private static final int MOST_CHARACTERS = 64;

  private PassedName() {}

  /// Whether the text is such a name.
  public static boolean isOne(String text) {
    return text.length() >= LEAST_CHARACTERS
        && text.length() <= MOST_CHARACTERS
        && text.chars().allMatch(PassedName::isOfName);
  }

  private static boolean isOfName(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || "_+=,.@-".indexOf(character) >= 0;
  }
}
