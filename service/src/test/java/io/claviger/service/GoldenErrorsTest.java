package io.claviger.service;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.testkit.GoldenErrors;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The golden files of errors say where each wording is from.
class GoldenErrorsTest {

  private static void check(String file) {
    GoldenErrors.checkWording(
        Function.identity(), GoldenErrorsTest.class, file, List.of("400 A: one", "400 B: two"));
  }

  @Test
  void wordingsWithSourcesAreCompared() {
    check("golden-sourced.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"golden-unsourced.txt", "golden-empty-source.txt"})
  void aWordingWithoutSourceIsRefused(String file) {
    assertThrows(AssertionError.class, () -> check(file));
  }
}
