package io.claviger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAddressTest {

  /// RFC 5952, section 4, and RFC 4291, section 2.5.5.2.
  @ParameterizedTest
  @CsvSource({
    "cb007107, 203.0.113.7",
    "20010db8000000000000000000000001, 2001:db8::1",
    "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
    "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
    "20010db8000100000000000100000000, '2001:db8:1::1:0:0'",
    "00000000000000000000000000000001, ::1",
    "00000000000000000000000000000000, ::",
    "fe800000000000000000000000000000, fe80::",
    "20010db8aaaabbbbccccddddeeee0aaa, 2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaa",
    "00000000000000000000fffecb007107, ::fffe:cb00:7107"
  })
  void addressHasOneText(String hex, String text) throws UnknownHostException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertEquals(text, SourceAddress.text(InetAddress.getByAddress(bytes)));
  }

  @ParameterizedTest
  @CsvSource({
    "00000000000000000000ffffcb007107, 203.0.113.7",
    "fe80000000000000000000000000000a, fe80::a"
  })
  void mappedAddressIsV4AndAZoneIsDropped(String hex, String text) throws UnknownHostException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertEquals(text, SourceAddress.text(Inet6Address.getByAddress(null, bytes, 3)));
  }
}
