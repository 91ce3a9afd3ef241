package io.claviger.access.fetch;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts a server for which a known authority vouches; where none does, one that has a certificate
/// with a given thumbprint in its chain, which then stands for the authority.
///
/// Deliberately no extended trust manager: JSSE then compares the certificate with the host itself.
///
/// AWS rule: IAM User Guide, "Obtain the thumbprint for an OpenID Connect identity provider".
final class PinnedTrust implements X509TrustManager {

  private final X509TrustManager authorities;
  private final Set<String> thumbprints;

  PinnedTrust(X509TrustManager authorities, Set<String> thumbprints) {
    this.authorities = authorities;
    this.thumbprints =
        thumbprints.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /// Neither an authority nor a thumbprint vouches for the server.
  static final class Mismatch extends CertificateException {

    private static final long serialVersionUID = 1L;

    Mismatch(CertificateException unknown) {
      super("No known authority, and no thumbprint in the chain", unknown);
    }
  }

  /// What the JDK's own list of authorities vouches for.
  static X509TrustManager knownAuthorities() {
    return trusting(null);
  }

  static String thumbprint(X509Certificate certificate) throws CertificateException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new CertificateException("No thumbprint", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    try {
      authorities.checkServerTrusted(chain, authType);
    } catch (CertificateException unknown) {
      X509Certificate pinned = pinned(chain).orElseThrow(() -> new Mismatch(unknown));
      // What is trusted itself is not asked for its dates.
      chain[0].checkValidity();
      pinned.checkValidity();
      trusting(pinned).checkServerTrusted(chain, authType);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("There are no clients here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private Optional<X509Certificate> pinned(X509Certificate[] chain) throws CertificateException {
    for (X509Certificate certificate : chain) {
      if (thumbprints.contains(thumbprint(certificate))) {
        return Optional.of(certificate);
      }
    }
    return Optional.empty();
  }

  /// @param certificate null for the JDK's own list
  private static X509TrustManager trusting(@Nullable X509Certificate certificate) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(certificate == null ? null : storeOf(certificate));
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .<TrustManager>map(manager -> manager)
          .map(X509TrustManager.class::cast)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("JSSE has no X.509 trust manager"));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("JSSE must work on every JDK", e);
    }
  }

  private static KeyStore storeOf(X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("pinned", certificate);
    return store;
  }
}
