package io.claviger.server.http;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the listener listens, and how.
///
/// @param address the address to bind
/// @param port 0 for any free one
/// @param tls null for plain HTTP
/// @param hosts the names that a `Host` header may have besides address literals and `localhost`;
///   compared without regard to case
public record ListenerSettings(
    InetAddress address, int port, @Nullable TlsFiles tls, List<String> hosts) {

  public ListenerSettings {
    hosts = List.copyOf(hosts);
  }
}
