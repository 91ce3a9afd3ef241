package io.claviger.policy.second;

import io.claviger.testkit.Choices;
import java.util.List;

/// Makes numbers, dates and addresses that are in no list, most of them well formed.
final class ValueMaker {

  private ValueMaker() {}

  /// A value of the family; of those that have no grammar to speak of, a usual one.
  static String make(Family family, Choices choices) {
    if (family.name().equals(Family.NUMBER.name())) {
      return number(choices);
    }
    if (family.name().equals(Family.DATE.name())) {
      return choices.chance(25) ? number(choices) : date(choices);
    }
    if (family.name().equals(Family.ADDRESS.name())) {
      return choices.chance(60)
          ? near(choices)
          : choices.chance(50) ? address(choices) : address6(choices);
    }
    return choices.oneOf(family.usual());
  }

  private static String number(Choices choices) {
    String digits = choices.text("0123456789", choices.chance(10) ? 30 : 3);
    String fraction = choices.chance(30) ? "." + choices.text("0159", 3) : "";
    String exponent =
        choices.chance(20) ? choices.oneOf("e", "E") + sign(choices) + choices.text("0123", 2) : "";
    String zeros = choices.chance(2) ? "0".repeat(190 + choices.below(20)) : "";
    return sign(choices) + zeros + digits + fraction + exponent;
  }

  private static String sign(Choices choices) {
    return choices.oneOf("", "", "", "-", "+");
  }

  private static String date(Choices choices) {
    String year =
        choices.oneOf("2024", "2023", "2000", "1900", "1970", "1969", "1600", "0000", "9999");
    int month = choices.chance(70) ? choices.oneOf(List.of(1, 2, 3, 12)) : choices.below(14);
    int day = choices.chance(70) ? choices.oneOf(List.of(1, 28, 29, 30, 31)) : choices.below(33);
    String date = year + "-" + twoDigits(month) + "-" + twoDigits(day);
    return choices.chance(30) ? date : date + "T" + time(choices) + zone(choices);
  }

  private static String time(Choices choices) {
    String minutes = hoursAndMinutes(choices);
    if (choices.chance(20)) {
      return minutes;
    }
    int second = choices.chance(70) ? choices.below(60) : 59 + choices.below(3);
    String seconds = ":" + twoDigits(second);
    return minutes + seconds + (choices.chance(20) ? "." + choices.text("05", 3) : "");
  }

  private static String zone(Choices choices) {
    return switch (choices.below(10)) {
      case 0 -> choices.oneOf("", "z", "+00", "+0000", "-00:00");
      case 1 -> "+" + hoursAndMinutes(choices);
      case 2 -> "-" + hoursAndMinutes(choices);
      default -> "Z";
    };
  }

  private static String hoursAndMinutes(Choices choices) {
    return twoDigits(choices.below(25)) + ":" + twoDigits(choices.below(61));
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  /// Addresses that share their first bits, and ranges that end among those.
  private static String near(Choices choices) {
    if (choices.chance(50)) {
      String octet = choices.oneOf("0", "1", "64", "127", "128", "192", "255");
      return "10." + octet + ".0.1" + (choices.chance(50) ? "/" + (6 + choices.below(12)) : "");
    }
    String group = choices.oneOf("0", "1", "4000", "7fff", "8000", "C000", "ffff");
    return "2001:db8:" + group + "::1" + (choices.chance(50) ? "/" + (30 + choices.below(20)) : "");
  }

  private static String address(Choices choices) {
    StringBuilder address = new StringBuilder();
    int octets = choices.chance(95) ? 4 : 3 + choices.below(3);
    for (int i = 0; i < octets; i++) {
      address.append(i == 0 ? "" : ".").append(choices.oneOf(0, 1, 10, 127, 128, 255, 256));
    }
    return address + (choices.chance(40) ? "/" + choices.below(34) : "");
  }

  private static String address6(Choices choices) {
    StringBuilder address = new StringBuilder();
    int groups = choices.chance(50) ? 8 : 1 + choices.below(9);
    int gap = groups < 8 || choices.chance(10) ? choices.below(groups) : -1;
    for (int i = 0; i < groups; i++) {
      boolean isLast = i == groups - 1;
      String group = choices.oneOf("0", "1", "00ff", "FFFF", "2001", "db8", "");
      address.append(group.isEmpty() && choices.chance(90) ? "1" : group);
      address.append(i == gap ? "::" : isLast ? "" : ":");
      if (isLast && choices.chance(10)) {
        address.append(choices.oneOf("", ":")).append(address(choices));
      }
    }
    return address + (choices.chance(40) ? "/" + choices.below(132) : "");
  }
}
