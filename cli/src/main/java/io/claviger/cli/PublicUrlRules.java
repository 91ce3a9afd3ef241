package io.claviger.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// What a public URL may be.
///
/// Rule: OpenID Connect Discovery 1.0, section 3: an issuer is a "URL using the https scheme with
/// no query or fragment component".
final class PublicUrlRules {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private PublicUrlRules() {}

  /// The URL, if it has a scheme, a host and perhaps a port; a slash at its end is left out.
  ///
  /// @param insecureHttp whether plain HTTP is accepted for others than this machine
  /// @throws IllegalArgumentException saying what it must be, to follow the option's name
  static URI check(String given, boolean insecureHttp) {
    URI url = parse(given);
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    String host = url.getHost();
    boolean isBare =
        host != null
            && url.getUserInfo() == null
            && url.getQuery() == null
            && url.getFragment() == null
            && (url.getPath().isEmpty() || url.getPath().equals("/"));
    if (!isBare || !(scheme.equals("https") || scheme.equals("http"))) {
      throw notAPlace(given);
    }
    String name = host.toLowerCase(Locale.ROOT);
    if (scheme.equals("http") && !LOOPBACK.contains(name) && !insecureHttp) {
      throw new IllegalArgumentException(
          "must begin with https: whoever can change the keys on their way can forge tokens;"
              + " --insecure-http accepts that");
    }
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return URI.create(scheme + "://" + name + port);
  }

  private static URI parse(String given) {
    try {
      return new URI(given);
    } catch (URISyntaxException _) {
      // What is wrong with it as a URL matters less than what it must be.
      throw notAPlace(given);
    }
  }

  private static IllegalArgumentException notAPlace(String given) {
    return new IllegalArgumentException("takes https://HOST or https://HOST:PORT, not " + given);
  }
}
