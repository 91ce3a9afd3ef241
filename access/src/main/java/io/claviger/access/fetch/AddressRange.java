package io.claviger.access.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// A range of IP addresses of one family: those that share the first bits with an address.
///
/// @param first any address of the range
/// @param prefixBits how many bits they share
public record AddressRange(InetAddress first, int prefixBits) {

  public AddressRange {
    if (prefixBits < 0 || prefixBits > first.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("No prefix of an address: " + prefixBits);
    }
  }

  /// Reads `10.0.0.0/8`, `fd00::/8` or a single address. Never asks a name service.
  ///
  /// @throws IllegalArgumentException for any other text
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    try {
      InetAddress first = InetAddress.ofLiteral(address);
      int bits =
          slash < 0
              ? first.getAddress().length * Byte.SIZE
              : Integer.parseInt(text, slash + 1, text.length(), 10);
      return new AddressRange(first, bits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Not a range of IP addresses: " + text, e);
    }
  }

  /// Whether the address lies in the range. An IPv4 address that is mapped into IPv6 counts as
  /// IPv4.
  public boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = plain(address).getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int whole = prefixBits / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (mine[i] != other[i]) {
        return false;
      }
    }
    int rest = prefixBits % Byte.SIZE;
    int mask = 0xFF00 >> rest & 0xFF;
    return rest == 0 || ((mine[whole] ^ other[whole]) & mask) == 0;
  }

  /// The address without IPv6 around an IPv4 one.
  private static InetAddress plain(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("The bytes of an address are those of an address", e);
    }
  }
}
