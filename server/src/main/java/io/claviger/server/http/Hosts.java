package io.claviger.server.http;

import java.util.Set;
import java.util.TreeSet;

/// The `Host` headers that requests may carry: address literals, `localhost`, and the names the
/// server was told are its own. Any other is refused, so that a page whose name was rebound to this
/// address, or a forged header, gets nowhere.
final class Hosts {

  private final Set<String> names;

  Hosts(Iterable<String> names) {
    this.names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    this.names.add("localhost");
    names.forEach(this.names::add);
  }

  /// Whether a `Host` header's value, port included, names this server.
  boolean accepts(String host) {
    if (host.startsWith("[")) {
      int end = host.indexOf(']');
      return end > 0 && isIpv6Literal(host.substring(1, end)) && isPort(host.substring(end + 1));
    }
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    return (colon < 0 || isPort(host.substring(colon)))
        && (names.contains(name) || isIpv4Literal(name));
  }

  private static boolean isPort(String text) {
    return text.isEmpty()
        || (text.length() >= 2
            && text.length() <= 6
            && text.charAt(0) == ':'
            && text.substring(1).chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  private static boolean isIpv6Literal(String text) {
    return !text.isEmpty()
        && text.indexOf(':') >= 0
        && text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
  }

  private static boolean isIpv4Literal(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean digits = part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (part.isEmpty() || part.length() > 3 || !digits) {
        return false;
      }
    }
    return true;
  }
}
