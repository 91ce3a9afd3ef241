package io.claviger.access.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private static final AddressRules NOTHING_MORE = new AddressRules(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.0.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void Abuse_127_addressThatIsNotPublicIsRefused(String address) {
    assertFalse(NOTHING_MORE.allows(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "::ffff:8.8.8.8"
      })
  void publicAddressIsAllowed(String address) {
    assertTrue(NOTHING_MORE.allows(InetAddress.ofLiteral(address)));
  }

  @Test
  void onlyWhatTheOperatorNamesIsAllowedBesides() {
    AddressRules rules =
        new AddressRules(
            List.of(AddressRange.parse("10.20.0.0/15"), AddressRange.parse("fd00:1::/32")));
    assertTrue(rules.allows(InetAddress.ofLiteral("10.21.255.1")));
    assertTrue(rules.allows(InetAddress.ofLiteral("fd00:1:ffff::1")));
    assertFalse(rules.allows(InetAddress.ofLiteral("10.22.0.1")));
    assertFalse(rules.allows(InetAddress.ofLiteral("fd00:2::1")));
  }

  @Test
  void mappedAddressIsTheOneInside() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    mapped[12] = 127;
    mapped[15] = 1;
    assertFalse(NOTHING_MORE.allows(InetAddress.getByAddress(mapped)));
    assertTrue(AddressRange.parse("127.0.0.0/8").contains(InetAddress.getByAddress(mapped)));
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0/0, 9.9.9.9", "10.0.0.1, 10.0.0.1", "10.0.0.0/31, 10.0.0.1", "::1, ::1"})
  void rangeHoldsItsAddresses(String range, String address) {
    assertTrue(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "a.b/8"})
  void whatIsNoRangeIsRefused(String text) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(text));
    assertTrue(error.getMessage() != null);
  }

  @Test
  void prefixBeyondTheAddressIsRefused() {
    InetAddress address = InetAddress.ofLiteral("10.0.0.0");
    assertThrows(IllegalArgumentException.class, () -> new AddressRange(address, 33));
    assertEquals(32, AddressRange.parse("10.0.0.0").prefixBits());
  }
}
