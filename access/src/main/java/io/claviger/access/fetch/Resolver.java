package io.claviger.access.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host. Blocks.
@FunctionalInterface
public interface Resolver {

  /// That of the operating system.
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /// The addresses, at least one.
  ///
  /// @param host a name or an address literal
  List<InetAddress> addresses(String host) throws UnknownHostException;
}
