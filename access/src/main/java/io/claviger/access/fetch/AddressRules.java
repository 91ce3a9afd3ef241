package io.claviger.access.fetch;

import java.net.InetAddress;
import java.util.List;

/// Which addresses may be connected to: the public ones, and of the others those that the operator
/// names.
///
/// Rule: IANA IPv4 and IPv6 Special-Purpose Address Registries.
public final class AddressRules {

  /// What is not globally reachable, and what carries an IPv4 address inside that could be
  /// anything.
  private static final List<AddressRange> SPECIAL =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .stream()
          .map(AddressRange::parse)
          .toList();

  private static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3");
  private static final AddressRange ALL_IPV4 = AddressRange.parse("0.0.0.0/0");

  private final List<AddressRange> allowed;

  /// @param allowed what may be connected to although it is not public
  public AddressRules(List<AddressRange> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /// Whether the address may be connected to.
  public boolean allows(InetAddress address) {
    return contains(allowed, address) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    boolean isUnicast = ALL_IPV4.contains(address) || GLOBAL_IPV6.contains(address);
    return isUnicast && !contains(SPECIAL, address);
  }

  private static boolean contains(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
