package io.claviger.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/// A certificate made for a test, with its key and with those above it.
///
/// @param chain this certificate first, then who issued it, and so on
public record TestCertificate(KeyPair keys, List<X509Certificate> chain) {

  private static final Duration AGE = Duration.ofDays(1);
  private static final Duration LIFE = Duration.ofDays(365);

  public TestCertificate {
    chain = List.copyOf(chain);
  }

  /// An authority that issues itself, with an elliptic key.
  public static TestCertificate authority(String name) {
    Extension mark =
        TestCertificates.extension(Extension.basicConstraints, true, new BasicConstraints(true));
    return selfIssued(name, ellipticKeys(), mark, validFrom());
  }

  /// A server's certificate that issues itself, for a host name or an address literal.
  public static TestCertificate selfSigned(String host) {
    return of(host, ellipticKeys());
  }

  /// One that ended to be valid some time ago.
  public static TestCertificate expired(String host) {
    Instant from = Instant.now().minus(LIFE.plusDays(30));
    return selfIssued(host, ellipticKeys(), serverNames(host), from);
  }

  /// A certificate that issues itself, for keys of the caller's.
  public static TestCertificate of(String name, KeyPair keys) {
    return selfIssued(name, keys, serverNames(name), validFrom());
  }

  private static TestCertificate selfIssued(
      String name, KeyPair keys, Extension extension, Instant from) {
    X500Principal subject = new X500Principal("CN=" + name);
    X509Certificate certificate =
        TestCertificates.certificate(
            subject, keys.getPublic(), subject, keys, from, from.plus(LIFE), extension);
    return new TestCertificate(keys, List.of(certificate));
  }

  /// A server's certificate issued by this one.
  public TestCertificate issue(String host) {
    KeyPair own = ellipticKeys();
    List<X509Certificate> all = new ArrayList<>();
    all.add(
        TestCertificates.certificate(
            new X500Principal("CN=" + host),
            own.getPublic(),
            certificate().getSubjectX500Principal(),
            keys,
            validFrom(),
            validFrom().plus(LIFE),
            serverNames(host)));
    all.addAll(chain);
    return new TestCertificate(own, all);
  }

  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /// The SHA-1 hash in hexadecimal digits, as IAM wants thumbprints.
  public String thumbprint() {
    try {
      byte[] hash =
          java.security.MessageDigest.getInstance("SHA-1").digest(certificate().getEncoded());
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// TLS for a server that shows this certificate with its chain.
  public SSLContext tls() {
    return tls(keyManager());
  }

  /// The same with a manager that may show other certificates.
  static SSLContext tls(X509ExtendedKeyManager manager) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {manager}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  X509ExtendedKeyManager keyManager() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "server", keys.getPrivate(), new char[0], chain.toArray(X509Certificate[]::new));
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, new char[0]);
      return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Instant validFrom() {
    return Instant.now().minus(AGE);
  }

  private static KeyPair ellipticKeys() {
    return TestCertificates.keys("EC", 256);
  }

  private static Extension serverNames(String host) {
    int kind;
    try {
      InetAddress.ofLiteral(host);
      kind = GeneralName.iPAddress;
    } catch (IllegalArgumentException _) {
      kind = GeneralName.dNSName;
    }
    GeneralNames names = new GeneralNames(new GeneralName(kind, host));
    return TestCertificates.extension(Extension.subjectAlternativeName, false, names);
  }
}
