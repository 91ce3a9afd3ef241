package io.claviger.access.outbound;

import io.claviger.account.OutboundIssuer;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/// Where the server's issuers are on the web: below the URL that clients reach the server by, each
/// at a path with its id.
///
/// @param publicUrl without a path; from the server's own configuration, never from a request
public record IssuerUrls(Supplier<URI> publicUrl) {

  private static final String PATH = "/issuer/";

  /// The URL of an issuer, which its tokens name.
  public String of(OutboundIssuer issuer) {
    return publicUrl.get() + PATH + issuer.id();
  }

  /// Whether the URL is that of an issuer here, whether there is such an issuer or not.
  public boolean isHere(String url) {
    return url.startsWith(publicUrl.get() + PATH);
  }

  /// Whether a path is one that only issuers and their documents have.
  ///
  /// @param path as in the request, percent-encoded
  public static boolean isPath(String path) {
    return path.startsWith(PATH);
  }

  /// The document that is asked for; empty for any other path.
  ///
  /// @param path as in the request, percent-encoded
  public static Optional<Document> documentAt(String path) {
    for (Document.Kind kind : Document.Kind.values()) {
      if (isPath(path) && path.endsWith(kind.path)) {
        int end = path.length() - kind.path.length();
        return end > PATH.length()
            ? Optional.of(new Document(path.substring(PATH.length(), end), kind))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// What an issuer publishes.
  ///
  /// @param issuerId which need not be the id of any issuer
  public record Document(String issuerId, Kind kind) {

    /// AWS rule: IAM API Reference, "EnableOutboundWebIdentityFederation", `IssuerIdentifier`.
    public enum Kind {
      /// The metadata of OpenID Connect Discovery.
      CONFIGURATION("/.well-known/openid-configuration"),
      /// The public keys, a JSON Web Key Set.
      KEYS("/.well-known/jwks.json");

      final String path;

      Kind(String path) {
        this.path = path;
      }
    }
  }
}
