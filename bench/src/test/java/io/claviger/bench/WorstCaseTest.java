package io.claviger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.bench.HostileText.Style;
import io.claviger.policy.document.PolicyKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The worst case is what it says: full, legal, and decided by looking at all of it.
class WorstCaseTest {

  static Stream<WorstCase> cases() {
    return Stream.of(Style.values())
        .flatMap(style -> Stream.of(WorstCase.ofRole(style), WorstCase.ofUser(style)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingDeniesAndEveryLayerAllows(WorstCase worst) {
    assertTrue(worst.decide().isAllowed());
    assertEquals(2_048, worst.request().resource().length());
    assertTrue(worst.request().context().all().size() >= 150);
  }

  @Test
  void charactersAreThoseOfTheQuotas() {
    int limits = 6_144 + 2 * 7 * 5 * 5_120 + 2 * 20_480;
    int role = 10 * 6_144 + 10_240 + 10 * 6_144 + 2_048 + limits;
    int user = 110 * 6_144 + 2_048 + 10 * 5_120 + limits;
    assertEquals(role, WorstCase.ofRole(Style.PIECES).characters(), 0.02 * role);
    assertEquals(user, WorstCase.ofUser(Style.PIECES).characters(), 0.02 * user);
  }

  @ParameterizedTest
  @ValueSource(ints = {2_048, 6_144, 20_480})
  void policiesAreAsLongAsTheQuotaAndNoLonger(int length) {
    for (PolicyKind kind : PolicyKind.values()) {
      if (kind != PolicyKind.TRUST) {
        String text = new HostileText(new Draws(length), Style.STRETCHES).policy(length, kind);
        assertTrue(text.length() <= length && text.length() > length - 150, text);
        PolicyText.parse(text, kind);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheLegalTextIsAPolicy(HostilePolicy policy) {
    assertEquals(HostilePolicy.CHARACTERS, policy.text().length(), 100);
    assertTrue(policy.text().length() <= HostilePolicy.CHARACTERS);
    assertEquals(policy == HostilePolicy.LEGAL, policy.parse().document().isPresent());
  }
}
