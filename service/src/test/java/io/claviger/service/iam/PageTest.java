package io.claviger.service.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.ServiceError;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private final AtomicInteger touched = new AtomicInteger();

  private Function<@Nullable String, Stream<String>> numbers(int count) {
    return after -> {
      int from = after == null ? 0 : Integer.parseInt(after) + 1;
      return IntStream.range(from, count)
          .peek(_ -> touched.incrementAndGet())
          .mapToObj(n -> "%06d".formatted(n));
    };
  }

  private static Page.Request request(@Nullable Integer maxItems, @Nullable String marker) {
    return new Page.Request("Numbers", maxItems, marker);
  }

  @Test
  void pagesTogetherAreTheListOnce() {
    List<String> all = new ArrayList<>();
    String marker = null;
    do {
      Page<String> page = Page.of(request(7, marker), numbers(50), n -> n);
      all.addAll(page.items());
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    assertEquals(numbers(50).apply(null).toList(), all);
  }

  @Test
  void hundredItemsUnlessAskedOtherwise() {
    assertEquals(100, Page.of(request(null, null), numbers(101), n -> n).items().size());
  }

  @Test
  void exactlyFullPageIsNotTruncated() {
    Page<String> page = Page.of(request(5, null), numbers(5), n -> n);
    assertFalse(page.isTruncated());
    assertNull(page.marker());
  }

  @Test
  void touchesOnlyWhatItReturnsAndOneMore() {
    Page.of(request(10, null), numbers(1_000_000), n -> n);
    assertEquals(11, touched.get());
  }

  @Test
  void pageOfLargeItemsEndsBeforeItIsTooLarge() {
    List<Integer> sizes = new ArrayList<>();
    String marker = null;
    do {
      Page<String> page =
          Page.ofLarge(
              request(null, marker), numbers(9), n -> n, n -> n.endsWith("4") ? 600_000 : 131_072);
      sizes.add(page.items().size());
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    assertEquals(List.of(4, 1, 4), sizes);
  }

  @Test
  void goesOnBehindItemsThatAreGone() {
    String marker = Page.of(request(2, null), numbers(5), n -> n).marker();
    Page<String> rest = Page.ofShort(request(null, marker), List.of("000004", "000000"), n -> n);
    assertEquals(List.of("000004"), rest.items());
  }

  @Test
  void rareItemsEndThePageEarlyButNotTheList() {
    Page<String> first =
        Page.of(request(5, null), numbers(20_000), n -> n, n -> n.equals("015000"));
    assertTrue(first.isTruncated());
    assertEquals(List.of(), first.items());
    Page<String> second =
        Page.of(request(5, first.marker()), numbers(20_000), n -> n, n -> n.equals("015000"));
    assertEquals(List.of("015000"), second.items());
    assertFalse(second.isTruncated());
  }

  @Test
  void markerOfAnotherListIsRefused() {
    String marker = Page.of(request(2, null), numbers(5), n -> n).marker();
    Page.Request other = new Page.Request("Letters", null, marker);
    ServiceError error = assertThrows(ServiceError.class, () -> Page.of(other, numbers(5), n -> n));
    assertEquals("Invalid Marker.", error.message());
  }

  @Test
  void changedMarkerIsRefused() {
    String marker = Page.of(request(2, null), numbers(5), n -> n).marker();
    byte[] bytes = Base64.getDecoder().decode(Objects.requireNonNull(marker));
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Page.Request request = request(null, Base64.getEncoder().encodeToString(changed));
      assertThrows(ServiceError.class, () -> Page.of(request, numbers(5), n -> n), "byte " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!!", "bm90IG91cnM=", "MTr/", "ACQEAQ", "MTo=", "MDAwMDAwMDB4"})
  void markerOfNoListIsRefused(String marker) {
    ServiceError error =
        assertThrows(ServiceError.class, () -> Page.of(request(null, marker), numbers(3), n -> n));
    assertEquals("ValidationError", error.code());
    assertEquals("Invalid Marker.", error.message());
  }
}
