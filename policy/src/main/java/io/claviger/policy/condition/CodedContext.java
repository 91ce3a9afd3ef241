package io.claviger.policy.condition;

import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.KeyName;
import org.jspecify.annotations.Nullable;

/// The condition keys of a request with the codes of their values.
public interface CodedContext extends ContextValues {

  /// The place of a key that is not there.
  int ABSENT = -1;

  /// Where the key stands, or [#ABSENT].
  int place(KeyName key);

  /// The code of the value at the place, as `ValueCode` has it; `NONE` if there may be several.
  long code(int place);

  /// The value of the single-valued key at the place; null if there may be several.
  @Nullable String text(int place);

  /// What the key at the place holds.
  Entry entry(int place);
}
