package io.claviger.policy.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/// Points in time as policies and requests spell them: a date or a time with zone in the W3C's
/// profile of ISO 8601, or seconds since 1970.
///
/// AWS rule: IAM User Guide, "Condition operators", date condition operators.
public final class Timestamps {

  private static final int DATE_LENGTH = "2024-01-31".length();
  private static final int MINUTES_LENGTH = "12:34".length();
  private static final int SECONDS_LENGTH = "12:34:56".length();
  private static final int OFFSET_LENGTH = "+01:00".length();
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int LEAP_SECOND = 60;

  private static final int QUICK_LENGTH = "2024-01-31T12:34:56Z".length();

  private static final int FEBRUARY = 2;

  /// Days from the first of March of the year 0 to the first of January 1970.
  private static final int DAYS_TO_EPOCH = 719_468;

  private Timestamps() {}

  /// Seconds since 1970, if the text is a time as AWS writes it (`2024-01-31T12:34:56Z`), without
  /// making an object of it; else [Numbers#NOT_QUICK]. The same number that [#parse] reads.
  static long quick(String text) {
    if (text.length() != QUICK_LENGTH) {
      return Numbers.NOT_QUICK;
    }
    boolean isForm =
        text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && text.charAt(19) == 'Z';
    if (!isForm) {
      return Numbers.NOT_QUICK;
    }
    return quickSeconds(
        Numbers.digits(text, 0, 4),
        Numbers.digits(text, 5, 7),
        Numbers.digits(text, 8, 10),
        Numbers.digits(text, 11, 13),
        Numbers.digits(text, 14, 16),
        Numbers.digits(text, 17, 19));
  }

  /// Years before 1601 are left to the calendar; there are none in requests.
  private static long quickSeconds(
      long year, long month, long day, long hour, long minute, long second) {
    boolean isQuick =
        year > 1600
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= daysOf(year, month)
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
            && second >= 0
            && second < 60;
    return isQuick
        ? ((daysFromEpoch(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
        : Numbers.NOT_QUICK;
  }

  /// @param month 1 to 12
  private static long daysOf(long year, long month) {
    if (month == FEBRUARY) {
      return Year.isLeap(year) ? 29 : 28;
    }
    // Up to July the odd months have 31 days, from August on the even ones.
    return 30 + ((month + (month >> 3)) & 1);
  }

  /// Days since 1970 of a date of the Gregorian calendar, counted from March so that the leap day
  /// is a year's last.
  private static long daysFromEpoch(long year, long month, long day) {
    long marchYear = month > 2 ? year : year - 1;
    long marchMonth = month > 2 ? month - 3 : month + 9;
    long leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400;
    long daysOfMonths = (153 * marchMonth + 2) / 5;
    return 365 * marchYear + leapDays + daysOfMonths + day - 1 - DAYS_TO_EPOCH;
  }

  /// Seconds since 1970, or null if the text is no point in time.
  public static @Nullable BigDecimal parse(String text) {
    if (text.length() < DATE_LENGTH || text.charAt(4) != '-') {
      return Numbers.parse(text);
    }
    try {
      return parseIso(text);
    } catch (DateTimeException | NumberFormatException _) {
      return null;
    }
  }

  private static @Nullable BigDecimal parseIso(String text) {
    BigDecimal midnight =
        BigDecimal.valueOf(
            LocalDate.parse(text.substring(0, DATE_LENGTH)).toEpochDay() * 24 * 3600);
    if (text.length() == DATE_LENGTH) {
      return midnight;
    }
    int zone = zoneStart(text);
    if (text.charAt(DATE_LENGTH) != 'T' || zone < 0) {
      return null;
    }
    BigDecimal time = parseTime(text.substring(DATE_LENGTH + 1, zone));
    BigDecimal offset = parseOffset(text.substring(zone));
    return time == null || offset == null ? null : midnight.add(time).subtract(offset);
  }

  private static int zoneStart(String text) {
    if (text.endsWith("Z")) {
      return text.length() - 1;
    }
    int start = text.length() - OFFSET_LENGTH;
    return start > DATE_LENGTH && (text.charAt(start) == '+' || text.charAt(start) == '-')
        ? start
        : -1;
  }

  /// The time of day in seconds: `hh:mm`, `hh:mm:ss` or with a fraction. The second 60, which a
  /// leap second is, is the one behind 59.
  private static @Nullable BigDecimal parseTime(String text) {
    if (text.length() < MINUTES_LENGTH) {
      return null;
    }
    BigDecimal minutes =
        BigDecimal.valueOf(LocalTime.parse(text.substring(0, MINUTES_LENGTH)).toSecondOfDay());
    if (text.length() == MINUTES_LENGTH) {
      return minutes;
    }
    BigDecimal seconds = parseSeconds(text);
    return seconds == null ? null : minutes.add(seconds);
  }

  private static @Nullable BigDecimal parseSeconds(String text) {
    boolean isWhole = text.length() == SECONDS_LENGTH && text.indexOf('.') < 0;
    boolean hasFraction = text.length() > SECONDS_LENGTH + 1 && text.charAt(SECONDS_LENGTH) == '.';
    String digits = text.substring(MINUTES_LENGTH + 1);
    if (text.charAt(MINUTES_LENGTH) != ':'
        || !(isWhole || hasFraction)
        || !digits.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
      return null;
    }
    BigDecimal seconds = Numbers.parse(digits);
    boolean isInMinute =
        seconds != null && seconds.compareTo(BigDecimal.valueOf(LEAP_SECOND + 1)) < 0;
    return isInMinute ? seconds : null;
  }

  private static @Nullable BigDecimal parseOffset(String text) {
    if (text.equals("Z")) {
      return BigDecimal.ZERO;
    }
    int minutes = LocalTime.parse(text.substring(1)).toSecondOfDay() / SECONDS_PER_MINUTE;
    int sign = text.charAt(0) == '-' ? -1 : 1;
    return BigDecimal.valueOf((long) sign * minutes * SECONDS_PER_MINUTE);
  }
}
