package io.claviger.account;

import java.util.List;
import java.util.Optional;

/// A session tag as a token or an assertion passes it: nobody has checked it before.
///
/// AWS rule: IAM User Guide, "Pass session tags in AWS STS": up to 50 tags, keys of 128 and values
/// of 256 characters.
public final class PassedTag {

  /// How many there may be.
  public static final int MOST = 50;

  private static final int MOST_KEY_CHARACTERS = 128;
  private static final int MOST_VALUE_CHARACTERS = 256;

  private PassedTag() {}

  /// The tag; empty where it is none, as one of several values is.
  public static Optional<Tags.Tag> of(String key, List<String> values) {
    boolean isTag =
        values.size() == 1
            && !key.isEmpty()
            && isText(key, MOST_KEY_CHARACTERS)
            && isText(values.getFirst(), MOST_VALUE_CHARACTERS);
    return isTag ? Optional.of(new Tags.Tag(key, values.getFirst())) : Optional.empty();
  }

  private static boolean isText(String text, int mostCharacters) {
    return text.length() <= mostCharacters && text.codePoints().allMatch(PassedTag::isOfTag);
  }

  private static boolean isOfTag(int character) {
    return Character.isLetterOrDigit(character)
        || Character.isSpaceChar(character)
        || "_.:/=+-@".indexOf(character) >= 0;
  }
}
