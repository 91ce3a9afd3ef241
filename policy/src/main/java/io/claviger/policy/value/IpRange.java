package io.claviger.policy.value;

import org.jspecify.annotations.Nullable;

/// A range of IP addresses in CIDR notation. Bits of the address beyond the prefix are ignored.
///
/// A range of version 4 holds no addresses of version 6, nor the other way round; an IPv4-mapped
/// address (`::ffff:1.2.3.4`) is of version 6.
///
/// AWS rule: IAM User Guide, "Condition operators", IP address condition operators.
public final class IpRange {

  private static final int MAX_PREFIX_DIGITS = 3;

  private final byte[] address;
  private final int prefix;

  private IpRange(byte[] address, int prefix) {
    this.address = address;
    this.prefix = prefix;
  }

  /// The range, or null if the text is none. Without a prefix it is one address.
  public static @Nullable IpRange parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = IpAddresses.parse(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return null;
    }
    int bits = address.length * Byte.SIZE;
    int prefix = slash < 0 ? bits : IpAddresses.number(text, slash + 1, text.length(), 10);
    boolean isValid = prefix >= 0 && prefix <= bits && text.length() - slash - 1 > 0;
    boolean isShort = slash < 0 || text.length() - slash - 1 <= MAX_PREFIX_DIGITS;
    return isValid && isShort ? new IpRange(address, prefix) : null;
  }

  /// Whether the addresses are of version 4.
  public boolean isV4() {
    return address.length == Integer.BYTES;
  }

  /// The 32 bits of the first address of a range of version 4.
  ///
  /// @throws IllegalStateException if it is of version 6
  public long first() {
    if (!isV4()) {
      throw new IllegalStateException("a range of version 6 has no first 32 bits");
    }
    return IpAddresses.bits(address) & -1L << (Integer.SIZE - prefix);
  }

  /// The 32 bits of the last address of a range of version 4.
  ///
  /// @throws IllegalStateException if it is of version 6
  public long last() {
    return first() + (1L << (Integer.SIZE - prefix)) - 1;
  }

  /// Whether the address, of 4 or 16 bytes, is in the range.
  boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    int whole = prefix / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (address[i] != other[i]) {
        return false;
      }
    }
    int rest = prefix % Byte.SIZE;
    int shift = Byte.SIZE - rest;
    return rest == 0 || (address[whole] & 0xff) >> shift == (other[whole] & 0xff) >> shift;
  }
}
