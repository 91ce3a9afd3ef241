package io.claviger.server.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the listener listens, and how.
///
/// @param address the address to bind
/// @param port 0 for any free one
/// @param tls null for plain HTTP
/// @param hosts the names that a `Host` header may have besides address literals, `localhost` and
///   the name in the public URL; compared without regard to case
/// @param publicUrl what others reach the listener by, without a path; null where that is what it
///   listens on
public record ListenerSettings(
    InetAddress address,
    int port,
    @Nullable TlsFiles tls,
    List<String> hosts,
    @Nullable URI publicUrl) {

  public ListenerSettings {
    hosts = List.copyOf(hosts);
  }

  /// Plain HTTP on any free port, for this machine alone.
  public static ListenerSettings loopback() {
    return new ListenerSettings(InetAddress.getLoopbackAddress(), 0, null, List.of(), null);
  }

  /// All names that a `Host` header may have.
  List<String> knownHosts() {
    List<String> known = new ArrayList<>(hosts);
    if (publicUrl != null) {
      known.add(publicUrl.getHost());
    }
    return known;
  }
}
