package io.claviger.wire.sigv4;

/// The `Credential` of a signature: an access key id and a scope.
record Credential(String accessKeyId, CredentialScope scope) {

  private static final int ELEMENTS = 5;
  private static final int MAX_KEY_ID_LENGTH = 128;
  private static final int MAX_REGION_LENGTH = 64;

  /// Reads `AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request`. There must be exactly five elements,
  /// so that a slash in one cannot shift the others.
  static Credential parse(String text) {
    String[] elements = text.split("/", -1);
    if (elements.length != ELEMENTS) {
      throw SigningErrors.malformedCredential();
    }
    if (!isKeyId(elements[0])) {
      throw SigningErrors.invalidClientTokenId();
    }
    if (!elements[4].equals(CredentialScope.TERMINATOR)) {
      throw SigningErrors.wrongTerminator();
    }
    if (!isRegion(elements[2])) {
      throw SigningErrors.invalidRegion();
    }
    return new Credential(elements[0], new CredentialScope(elements[1], elements[2], elements[3]));
  }

  /// Any region may be signed for, but it is kept and reported, so it has to look like one.
  private static boolean isRegion(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_REGION_LENGTH
        && text.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'));
  }

  private static boolean isKeyId(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_KEY_ID_LENGTH
        && text.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '_'));
  }
}
