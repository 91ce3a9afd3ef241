package io.claviger.policy.condition;

import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.Subjects;
import io.claviger.policy.match.Truth;
import io.claviger.policy.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// `BinaryEquals`: base64 in the policy against the bytes of the request's value, which are given
/// as base64 too (so does the simulator's API) or, if they are text, as they are.
final class BinaryTest implements ValueTest {

  /// Null if the policy's value is not base64.
  private final byte @Nullable [] wanted;

  private BinaryTest(byte @Nullable [] wanted) {
    this.wanted = wanted;
  }

  static BinaryTest of(String base64) {
    return new BinaryTest(Bytes.parse(base64));
  }

  @Override
  public Truth matches(String value, ContextValues context, Subjects subjects) {
    if (wanted == null) {
      return Truth.UNKNOWN;
    }
    return Truth.of(
        Arrays.equals(wanted, Bytes.parse(value))
            || Arrays.equals(wanted, value.getBytes(StandardCharsets.UTF_8)));
  }
}
