package io.claviger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.document.PolicyKind;
import io.claviger.testkit.Choices;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No text is taken for another, whatever its hash code.
final class CompiledPoliciesTest {

  private static final int PAIRS = 10_000;

  private final CompiledPolicies compiled = new CompiledPolicies();

  /// A policy for one action.
  private static String text(String action) {
    return "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:"
        + action
        + "\",\"Resource\":\"*\",\"Principal\":\"*\"}}";
  }

  private static String action(CompiledPolicy policy) {
    return policy.document().statements().getFirst().action().patterns().getFirst();
  }

  /// A name out of pairs of letters that have one hash code: `Aa` and `BB`.
  private static String name(Choices choices) {
    return String.join("", choices.listOf(6, 6, _ -> choices.oneOf("Aa", "BB")));
  }

  @Test
  void Abuse_044_textsOfOneHashCodeAreNotTakenForEachOther() {
    Choices.forSeeds(
        PAIRS,
        choices -> {
          String one = name(choices);
          String other = name(choices);
          assertEquals(text(one).hashCode(), text(other).hashCode());
          CompiledPolicy first = compiled.compile(PolicyKind.RESOURCE, text(one)).orElseThrow();
          CompiledPolicy second = compiled.compile(PolicyKind.RESOURCE, text(other)).orElseThrow();
          assertEquals("s3:" + one, action(first));
          assertEquals("s3:" + other, action(second));
          if (one.equals(other)) {
            assertSame(first, second);
          } else {
            assertNotSame(first, second);
          }
        });
  }

  @Test
  void Abuse_044_aTextOfOneKindIsNotTakenForAnother() {
    String text = text("GetObject");
    List<PolicyKind> kinds = List.of(PolicyKind.RESOURCE, PolicyKind.VPC_ENDPOINT);
    assertNotSame(
        compiled.compile(kinds.getFirst(), text).orElseThrow(),
        compiled.compile(kinds.getLast(), text).orElseThrow());
  }
}
