package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.claviger.policy.decide.RequestContext.Value;
import io.claviger.testkit.Choices;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestContextTest {

  @Test
  void everyKeyIsFoundInAnyCaseAndNoOther() {
    Choices.forSeeds(
        2_000,
        choices -> {
          Map<String, Value> expected = new HashMap<>();
          RequestContext context = RequestContext.EMPTY;
          int most = choices.below(40);
          for (int i = 0; i < most; i++) {
            String key = key(choices);
            String value = choices.text("xyz", 3);
            expected.put(key.toLowerCase(Locale.ROOT), new Value.Single(value));
            context = context.with(key, value);
          }
          assertEquals(expected, context.all());
          assertEquals(RequestContext.of(expected), context);
          for (int i = 0; i < 100; i++) {
            String key = key(choices);
            assertEquals(expected.get(key.toLowerCase(Locale.ROOT)), context.get(key), key);
          }
        });
  }

  @Test
  void ofTwoSpellingsTheLaterHolds() {
    Map<String, Value> keys = new LinkedHashMap<>();
    keys.put("aws:SourceIp", new Value.Single("1.1.1.1"));
    keys.put("a:b", new Value.Single("1"));
    keys.put("AWS:SOURCEIP", new Value.Single("2.2.2.2"));
    keys.put("A:B", new Value.Single("2"));
    RequestContext context = RequestContext.of(keys);
    assertEquals(
        Map.of("aws:sourceip", new Value.Single("2.2.2.2"), "a:b", new Value.Single("2")),
        context.all());
  }

  /// Among so few letters many hashes are alike, in part or in whole.
  private static String key(Choices choices) {
    return choices.chance(20)
        ? choices.oneOf(
            "aws:SourceIp", "aws:sourceip", "AWS:SourceIP", "aws:CurrentTime", "aws:TagKeys")
        : "k:" + choices.text("AaBb", 4) + choices.oneOf("Aa", "BB", "");
  }

  @Test
  void ofTwoContextsTheOthersValueHolds() {
    RequestContext one = RequestContext.EMPTY.with("a:b", "1").with("a:c", "1");
    RequestContext other = RequestContext.EMPTY.with("A:C", List.of("2")).with("a:d", "2");
    assertEquals(
        Map.of(
            "a:b", new Value.Single("1"),
            "a:c", new Value.Multi(List.of("2")),
            "a:d", new Value.Single("2")),
        one.and(other).all());
    assertNull(one.get("a:d"));
    assertEquals(one, one.and(RequestContext.EMPTY));
    assertNotEquals(one, one.and(other));
    assertNotEquals(one, one.with("a:b", "2"));
  }
}
