package io.claviger.policy.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.claviger.testkit.Choices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read without making an object is what the full reading gives.
final class QuickReadingTest {

  @Test
  void timesAreReadAlike() {
    Choices.forSeeds(
        20_000,
        choices -> {
          Instant time =
              Instant.parse("1590-01-01T00:00:00Z")
                  .plus(choices.below(200_000), ChronoUnit.DAYS)
                  .plusSeconds(choices.below(86_400));
          agree(
              time.toString(),
              Timestamps.quick(time.toString()),
              Timestamps.parse(time.toString()));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "2024-01-31T23:59:60Z",
        "2024-01-28T24:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-00-01T00:00:00Z",
        "2024-01-00T00:00:00Z",
        "2024-01-01T00:60:00Z",
        "2024-01-01 00:00:00Z",
        "2024-01-01T00:00:00z",
        "20x4-01-01T00:00:00Z",
        "2024-01-01T0/:00:00Z",
        "2024-01-01T00:00:+5Z",
        "1700000000",
        "-1",
        "",
        "99999999999999999999"
      })
  void oddTimesAreReadAlike(String text) {
    agree(text, Timestamps.quick(text), Timestamps.parse(text));
  }

  @Test
  void everyDayThereIsIsReadQuickly() {
    LocalDate first = LocalDate.of(1999, 1, 1);
    for (LocalDate day = first; day.getYear() < 2005; day = day.plusDays(1)) {
      assertEquals(day.toEpochDay() * 86_400, Timestamps.quick(day + "T00:00:00Z"), day::toString);
    }
  }

  @Test
  void noDayThatThereIsNotIsRead() {
    for (int year : new int[] {1900, 2000, 2023, 2024}) {
      for (int month = 1; month <= 12; month++) {
        int behind = YearMonth.of(year, month).lengthOfMonth() + 1;
        String text = "%04d-%02d-%02dT00:00:00Z".formatted(year, month, behind);
        assertEquals(Numbers.NOT_QUICK, Timestamps.quick(text), text);
        assertNull(Timestamps.parse(text), text);
      }
    }
  }

  @Test
  void theUsualFormIsReadQuickly() {
    assertEquals(
        Instant.parse("2026-11-22T10:11:12Z").getEpochSecond(),
        Timestamps.quick("2026-11-22T10:11:12Z"));
    assertNotEquals(Numbers.NOT_QUICK, Numbers.quick("1234"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "007",
        "999999999999999999",
        "1000000000000000000",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "",
        "x",
        "１"
      })
  void numbersAreReadAlike(String text) {
    agree(text, Numbers.quick(text), Numbers.parse(text));
  }

  private static void agree(String text, long quick, @Nullable BigDecimal full) {
    if (quick != Numbers.NOT_QUICK) {
      assertEquals(
          0,
          BigDecimal.valueOf(quick).compareTo(full == null ? BigDecimal.TEN.pow(30) : full),
          text);
    }
  }
}
