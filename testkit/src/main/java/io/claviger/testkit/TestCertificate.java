package io.claviger.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate made for a test, with its key and with those above it.
///
/// @param chain this certificate first, then who issued it, and so on
public record TestCertificate(KeyPair keys, List<X509Certificate> chain) {

  private static final String EC_SHA256 = "1.2.840.10045.4.3.2";
  private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
  private static final Duration AGE = Duration.ofDays(1);
  private static final Duration LIFE = Duration.ofDays(365);

  public TestCertificate {
    chain = List.copyOf(chain);
  }

  /// An authority that issues itself, with an elliptic key.
  public static TestCertificate authority(String name) {
    KeyPair keys = ellipticKeys();
    return issued(name, keys, true, name, keys.getPrivate(), List.of(), validFrom());
  }

  /// A server's certificate that issues itself, for a host name or an address literal.
  public static TestCertificate selfSigned(String host) {
    KeyPair keys = ellipticKeys();
    return issued(host, keys, false, host, keys.getPrivate(), List.of(), validFrom());
  }

  /// One that ended to be valid some time ago.
  public static TestCertificate expired(String host) {
    KeyPair keys = ellipticKeys();
    Instant from = Instant.now().minus(LIFE.plusDays(30));
    return issued(host, keys, false, host, keys.getPrivate(), List.of(), from);
  }

  /// A certificate that issues itself, for keys of the caller's.
  public static TestCertificate of(String name, KeyPair keys) {
    return issued(name, keys, false, name, keys.getPrivate(), List.of(), validFrom());
  }

  /// A server's certificate issued by this one.
  public TestCertificate issue(String host) {
    String issuer = certificate().getSubjectX500Principal().getName().substring("CN=".length());
    return issued(host, ellipticKeys(), false, issuer, keys.getPrivate(), chain, validFrom());
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
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "server", keys.getPrivate(), new char[0], chain.toArray(X509Certificate[]::new));
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Instant validFrom() {
    return Instant.now().minus(AGE);
  }

  private static KeyPair ellipticKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static TestCertificate issued(
      String subject,
      KeyPair keys,
      boolean isAuthority,
      String issuer,
      PrivateKey issuerKey,
      List<X509Certificate> above,
      Instant from) {
    boolean isElliptic = issuerKey.getAlgorithm().equals("EC");
    byte[] algorithm =
        isElliptic
            ? Der.sequence(Der.oid(EC_SHA256))
            : Der.sequence(Der.oid(RSA_SHA256), Der.nothing());
    byte[] content =
        Der.sequence(
            Der.of(0xA0, Der.integer(BigInteger.TWO)),
            Der.integer(new BigInteger(64, new SecureRandom()).setBit(64)),
            algorithm,
            name(issuer),
            Der.sequence(Der.time(from), Der.time(from.plus(LIFE))),
            name(subject),
            keys.getPublic().getEncoded(),
            Der.of(0xA3, Der.sequence(isAuthority ? authorityMark() : serverNames(subject))));
    try {
      Signature signature = Signature.getInstance(isElliptic ? "SHA256withECDSA" : "SHA256withRSA");
      signature.initSign(issuerKey);
      signature.update(content);
      byte[] whole = Der.sequence(content, algorithm, Der.bits(signature.sign()));
      List<X509Certificate> chain = new ArrayList<>();
      chain.add(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(whole)));
      chain.addAll(above);
      return new TestCertificate(keys, chain);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(commonName))));
  }

  private static byte[] authorityMark() {
    return Der.sequence(Der.oid("2.5.29.19"), Der.yes(), Der.octets(Der.sequence(Der.yes())));
  }

  private static byte[] serverNames(String host) {
    byte[] name;
    try {
      name = Der.of(0x87, InetAddress.ofLiteral(host).getAddress());
    } catch (IllegalArgumentException _) {
      name = Der.of(0x82, host.getBytes(StandardCharsets.US_ASCII));
    }
    return Der.sequence(Der.oid("2.5.29.17"), Der.octets(Der.sequence(name)));
  }
}
