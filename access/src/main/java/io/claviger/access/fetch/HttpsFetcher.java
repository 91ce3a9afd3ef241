package io.claviger.access.fetch;

import io.claviger.access.fetch.FetchFailure.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Fetches over TLS from the very address that was checked.
///
/// It speaks HTTP/1.1 over a socket of its own, because the JDK's HTTP client looks names up
/// itself, after whatever check: a name could then lead elsewhere than the address that was looked
/// at.
public final class HttpsFetcher implements Fetcher {

  private static final int MAX_BYTES = 256 * 1024;
  private static final int DEFAULT_PORT = 443;
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final AddressRules rules;
  private final Resolver resolver;
  private final Duration limit;

  /// Loaded at the first fetch, since most servers never make one. Guarded by this.
  private @Nullable X509TrustManager authorities;

  public HttpsFetcher(AddressRules rules, Resolver resolver) {
    this(rules, resolver, LIMIT);
  }

  /// @param limit for all of a fetch but the looking up
  HttpsFetcher(AddressRules rules, Resolver resolver, Duration limit) {
    this.rules = rules;
    this.resolver = resolver;
    this.limit = limit;
  }

  @Override
  public byte[] get(URI uri, Set<String> thumbprints) throws FetchFailure {
    HttpAnswer answer =
        connected(
            uri,
            new PinnedTrust(knownAuthorities(), thumbprints),
            socket -> {
              socket.getOutputStream().write(request(uri).getBytes(StandardCharsets.US_ASCII));
              return HttpAnswer.read(new BufferedInputStream(socket.getInputStream()), MAX_BYTES);
            });
    if (answer.status() / 100 == 5) {
      throw new FetchFailure(Kind.UNREACHABLE, uri + " answers with status " + answer.status());
    }
    if (answer.status() != 200) {
      throw new FetchFailure(Kind.UNUSABLE, uri + " answers with status " + answer.status());
    }
    return answer.body();
  }

  @Override
  public String topThumbprint(URI uri) throws FetchFailure {
    ShownChain shown = new ShownChain();
    return connected(uri, shown, _ -> shown.topThumbprint());
  }

  private interface Use<T> {
    T of(SSLSocket socket) throws IOException;
  }

  private <T> T connected(URI uri, X509TrustManager trust, Use<T> use) throws FetchFailure {
    String host = requireHost(uri);
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    List<InetAddress> addresses = addresses(host);
    try (Socket plain = new Socket();
        Deadline _ = Deadline.closing(plain, limit)) {
      plain.connect(
          new InetSocketAddress(addresses.getFirst(), port), (int) CONNECT_LIMIT.toMillis());
      try (SSLSocket socket = secured(plain, unbracketed(host), port, trust)) {
        socket.startHandshake();
        return use.of(socket);
      }
    } catch (ProtocolException e) {
      throw new FetchFailure(Kind.UNUSABLE, uri + " is no use", e);
    } catch (IOException e) {
      throw isMismatch(e)
          ? new FetchFailure(Kind.THUMBPRINT_MISMATCH, "Nobody vouches for " + uri, e)
          : new FetchFailure(Kind.UNREACHABLE, uri + " can't be reached", e);
    }
  }

  private static String requireHost(URI uri) throws FetchFailure {
    String host = uri.getHost();
    boolean isPlain =
        "https".equals(uri.getScheme())
            && host != null
            && uri.getRawUserInfo() == null
            && uri.getPort() != 0
            && uri.getPort() <= 0xFFFF;
    if (!isPlain) {
      throw new FetchFailure(Kind.UNUSABLE, "Not an address to fetch from: " + uri);
    }
    return host;
  }

  /// All addresses of a host, if all of them may be connected to: a name with a mix of public and
  /// private ones is not to be trusted with either.
  private List<InetAddress> addresses(String host) throws FetchFailure {
    try {
      List<InetAddress> addresses = resolver.addresses(unbracketed(host));
      for (InetAddress address : addresses) {
        if (!rules.allows(address)) {
          throw new FetchFailure(
              Kind.UNREACHABLE,
              host
                  + " is at "
                  + address.getHostAddress()
                  + ", which is not public and not allowed");
        }
      }
      return addresses;
    } catch (UnknownHostException e) {
      throw new FetchFailure(Kind.UNREACHABLE, "No address of " + host, e);
    }
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static SSLSocket secured(Socket plain, String host, int port, X509TrustManager trust)
      throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new X509TrustManager[] {trust}, null);
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS must work on every JDK", e);
    }
  }

  private static String request(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery();
    return "GET "
        + path
        + query
        + " HTTP/1.1\r\nHost: "
        + uri.getRawAuthority()
        + "\r\nAccept: application/json\r\nAccept-Encoding: identity\r\nUser-Agent: Claviger\r\n"
        + "Connection: close\r\n\r\n";
  }

  private static boolean isMismatch(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PinnedTrust.Mismatch) {
        return true;
      }
    }
    return false;
  }

  private synchronized X509TrustManager knownAuthorities() {
    if (authorities == null) {
      authorities = PinnedTrust.knownAuthorities();
    }
    return authorities;
  }

  /// Lets anybody in, and remembers who showed what. Nothing is read from or sent to them.
  private static final class ShownChain implements X509TrustManager {

    private X509Certificate @Nullable [] chain;

    String topThumbprint() throws IOException {
      if (chain == null) {
        throw new ProtocolException("A server without a certificate");
      }
      try {
        return PinnedTrust.thumbprint(chain[chain.length - 1]);
      } catch (CertificateException e) {
        throw new IOException("A certificate that can't be read", e);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) {
      chain = shown.clone();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType)
        throws CertificateException {
      throw new CertificateException("There are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
