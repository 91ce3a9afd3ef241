package io.claviger.policy.second;

import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The few values that one world's policies and requests are made of, so that they often meet.
final class Alphabet {

  private static final int USUAL = 2;

  private final Choices choices;
  private final Map<String, List<String>> values = new HashMap<>();

  Alphabet(Choices choices) {
    this.choices = choices;
  }

  /// A value that the key may have here.
  String value(Key key) {
    return choices.oneOf(values.computeIfAbsent(key.name(), _ -> some(key.family())));
  }

  /// A value that a request may give the key: as [#value], but seldom a range of addresses.
  String asked(Key key) {
    String value = value(key);
    boolean isRange = key.family().name().equals(Family.ADDRESS.name()) && value.contains("/");
    return isRange && choices.chance(90) ? value.substring(0, value.indexOf('/')) : value;
  }

  private List<String> some(Family family) {
    List<String> some = new ArrayList<>();
    boolean isMade = choices.chance(35);
    for (int i = 0; i < USUAL; i++) {
      some.add(isMade ? ValueMaker.make(family, choices) : choices.oneOf(family.usual()));
    }
    if (choices.chance(30)) {
      some.add(choices.oneOf(family.odd()));
    }
    if (choices.chance(20)) {
      some.add(Spoiler.spoiled(choices.oneOf(some), family.letters(), choices));
    }
    return some;
  }
}
