package io.claviger.policy.second;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Points in time (§17.3): seconds since 1970, or a date, with a time and zone if need be.
final class DateText {

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int SECONDS_PER_DAY = 86_400;

  private DateText() {}

  /// Seconds since 1970, or null if the text is no point in time.
  static @Nullable NumberText read(String text) {
    NumberText seconds = NumberText.read(text);
    if (seconds != null) {
      return seconds;
    }
    if (!hasForm(text, "dddd-dd-dd")) {
      return null;
    }
    long day = day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    if (day < 0) {
      return null;
    }
    return text.length() == "dddd-dd-dd".length()
        ? at((day - day(1970, 1, 1)) * SECONDS_PER_DAY, "")
        : withTime((day - day(1970, 1, 1)) * SECONDS_PER_DAY, text.substring(10));
  }

  private static @Nullable NumberText at(long seconds, String fraction) {
    BigDecimal exact = new BigDecimal("0." + fraction + "0").add(BigDecimal.valueOf(seconds));
    return NumberText.read(exact.toPlainString());
  }

  /// `Thh:mm`, `Thh:mm:ss` or `Thh:mm:ss.s`, and then the zone.
  private static @Nullable NumberText withTime(long midnight, String text) {
    int zoneAt = Math.max(text.indexOf('Z'), Math.max(text.indexOf('+'), text.indexOf('-')));
    if (zoneAt < 0) {
      return null;
    }
    String time = text.substring(0, zoneAt);
    String zone = text.substring(zoneAt);
    int point = time.indexOf('.');
    String whole = point < 0 ? time : time.substring(0, point);
    String fraction = point < 0 ? "" : time.substring(point + 1);
    boolean hasSeconds = isForm(whole, "Tdd:dd:dd");
    boolean isTime =
        (hasSeconds || (isForm(whole, "Tdd:dd") && point < 0))
            && (point < 0 || (NumberText.isDigits(fraction) && !fraction.isEmpty()))
            && number(whole, 1, 3) < 24
            && number(whole, 4, 6) < 60
            && (!hasSeconds || number(whole, 7, 9) <= 60);
    if (!isTime || !isZone(zone)) {
      return null;
    }
    long inDay = number(whole, 1, 3) * 3600L + number(whole, 4, 6) * 60L;
    long seconds = midnight + inDay + (hasSeconds ? number(whole, 7, 9) : 0) - offset(zone);
    return at(seconds, fraction);
  }

  private static boolean isZone(String zone) {
    return zone.equals("Z")
        || ((isForm(zone, "+dd:dd") || isForm(zone, "-dd:dd"))
            && number(zone, 1, 3) < 24
            && number(zone, 4, 6) < 60);
  }

  private static long offset(String zone) {
    if (zone.equals("Z")) {
      return 0;
    }
    long seconds = number(zone, 1, 3) * 3600L + number(zone, 4, 6) * 60L;
    return zone.startsWith("-") ? -seconds : seconds;
  }

  /// The day's number, counted from the year 0; negative if there is no such day.
  private static long day(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
      return -1;
    }
    long days = 365L * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    for (int earlier = 1; earlier < month; earlier++) {
      days += daysIn(year, earlier);
    }
    return days + day - 1;
  }

  private static int daysIn(int year, int month) {
    boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return isLeap && month == 2 ? 29 : DAYS[month - 1];
  }

  private static boolean hasForm(String text, String form) {
    return text.length() >= form.length() && isForm(text.substring(0, form.length()), form);
  }

  /// Whether the text is the form with a digit for each `d`.
  private static boolean isForm(String text, String form) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      boolean isDigit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      if (form.charAt(i) == 'd' ? !isDigit : text.charAt(i) != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }
}
