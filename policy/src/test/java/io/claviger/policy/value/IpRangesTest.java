package io.claviger.policy.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses a range holds, and which texts are none.
final class IpRangesTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.1.0.0/16, 10.1.255.255, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "10.1.0.0/16, 11.1.0.0, false",
    "10.1.2.0/23, 10.1.3.9, true",
    "10.1.2.0/23, 10.1.4.0, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "10.1.2.3, 10.2.2.3, false",
    "255.255.255.255/32, 255.255.255.255, true",
    "0.0.0.0/0, 255.0.0.1, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 1.2.3.4, false",
    "::/0, ffff::1, true",
    "2001:db8::/32, 2001:db8:1::2, true",
    "2001:db8::/32, 2001:db9::, false",
    "2001:db8::/32, 3001:db8::, false",
    "2001:db8::/33, 2001:db8:7fff::, true",
    "2001:db8::/33, 2001:db8:8000::, false",
    "2001:db8::1/128, 2001:db8:0:0:0:0:0:1, true",
    "2001:db8::1/128, 2001:db8::101, false",
    "::ffff:1.2.3.0/120, ::ffff:1.2.3.4, true",
    "::ffff:1.2.3.0/120, ::ffff:102:304, true",
    "::ffff:1.2.3.0/120, 1.2.3.4, false",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8, true",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0, true",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8, true",
  })
  void aRangeHoldsWhatItsPrefixSays(String range, String address, boolean isInside) {
    assertEquals(isInside, contain(range, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.256",
        "1.2.3.04",
        "1.2.3.4/",
        "1.2.3.4/33",
        "1.2.3.4/-1",
        "1.2.3.4/0032",
        "1.2.3.4/8/8",
        "1.2.3.4 ",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1::2::3",
        "1:::2",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:",
        "1.2.3.4::",
        "12345::",
        "g::",
        "::/129",
        "::/",
        "fe80::1%eth0",
        "\u0661.2.3.4",
        "::\u0661",
        "",
        "/8",
      })
  void noOtherTextIsARange(String text) {
    assertNull(IpRange.parse(text));
    assertNull(contain(text, "1.2.3.4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3.4/0", "1.2.3.4/032", "::/128", "::/0", "ffff::", "::1.2.3.4"})
  void theseAreRanges(String text) {
    assertNotNull(IpRange.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"1.2.3.4/32", "x", "1.2.3", "1:2"})
  void whatIsNoAddressIsInNoRangeAndNotOutside(String address) {
    assertNull(contain("0.0.0.0/0", address));
  }

  @ParameterizedTest
  @CsvSource({"10.1.1.1, true", "192.168.1.1, true", "11.1.1.1, false", "2001:db8::1, true"})
  void anyOfSeveralRangesWillDo(String address, boolean isInside) {
    IpRanges ranges = IpRanges.of(List.of("10.0.0.0/8", "192.168.0.0/16", "2001:db8::/32"));
    assertEquals(isInside, ranges.contain(address));
  }

  /// Whether an address is in what is no range cannot be told, unless another range holds it.
  @ParameterizedTest
  @CsvSource({"10.1.1.1, true", "11.1.1.1,"})
  void whatIsNoRangeLeavesItOpen(String address, @Nullable Boolean isInside) {
    assertEquals(isInside, IpRanges.of(List.of("10.0.0.0/8", "oops")).contain(address));
    assertEquals(isInside, IpRanges.of(List.of("oops", "10.0.0.0/8")).contain(address));
  }

  private static @Nullable Boolean contain(String range, String address) {
    return IpRanges.of(List.of(range)).contain(address);
  }
}
