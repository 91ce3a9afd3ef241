package io.claviger.testkit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/// Makes certificates with their keys, apart from the code that reads them.
public final class TestCertificates {

  private static final Duration YEAR = Duration.ofDays(365);

  /// The least that is taken, since making larger ones takes long.
  private static final int RSA_BITS = 1_024;

  private final Instant now;

  /// @param now certificates are valid from a year before to a year after, unless they say
  ///   otherwise
  public TestCertificates(Instant now) {
    this.now = now;
  }

  /// A certificate with its keys.
  public record Issued(X509Certificate certificate, KeyPair keys) {

    /// The certificate in PEM.
    public String pem() {
      return write(certificate);
    }

    /// The private key in PEM, as PKCS #8.
    public String keyPem() {
      return write(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    /// The private key in PEM, in its algorithm's own form: `RSA PRIVATE KEY`, `EC PRIVATE KEY`.
    public String traditionalKeyPem() {
      return keys.getPrivate() instanceof ECPrivateKey key
          ? write(new PemObject("EC PRIVATE KEY", withCurve(key)))
          : write(keys.getPrivate());
    }
  }

  /// The key with its curve (RFC 5915), which Bouncy Castle leaves out where the JDK made the key.
  private static byte[] withCurve(ECPrivateKey key) {
    try {
      var curve = PrivateKeyInfo.getInstance(key.getEncoded()).getPrivateKeyAlgorithm();
      int bits = key.getParams().getOrder().bitLength();
      return new org.bouncycastle.asn1.sec.ECPrivateKey(bits, key.getS(), curve.getParameters())
          .getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A self-signed certificate of a new RSA key.
  public Issued selfSigned(String name) {
    return selfSigned(name, keys("RSA", RSA_BITS));
  }

  public Issued selfSigned(String name, KeyPair keys) {
    return valid(name, keys, null, false, now.minus(YEAR), now.plus(YEAR));
  }

  /// A self-signed certificate that is valid from one instant to the other.
  public Issued selfSigned(String name, KeyPair keys, Instant from, Instant to) {
    return valid(name, keys, null, false, from, to);
  }

  /// A self-signed certificate that may issue others.
  public Issued authority(String name) {
    return valid(name, keys("RSA", RSA_BITS), null, true, now.minus(YEAR), now.plus(YEAR));
  }

  /// A certificate that may issue others, issued by another such.
  public Issued authority(String name, Issued issuer) {
    return valid(name, keys("RSA", RSA_BITS), issuer, true, now.minus(YEAR), now.plus(YEAR));
  }

  /// A certificate that may issue none, whether the issuer may issue it or not.
  public Issued issued(String name, Issued issuer) {
    return valid(name, keys("RSA", RSA_BITS), issuer, false, now.minus(YEAR), now.plus(YEAR));
  }

  /// A certificate that is valid from one instant to the other.
  public Issued issued(String name, Issued issuer, Instant from, Instant to) {
    return valid(name, keys("RSA", RSA_BITS), issuer, false, from, to);
  }

  /// New keys.
  ///
  /// @param algorithm `RSA`, `EC`, `Ed25519`
  /// @param bits of an RSA modulus or a curve
  public static KeyPair keys(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The key in PEM, `PUBLIC KEY`.
  public static String publicKeyPem(PublicKey key) {
    return write(key);
  }

  private static Issued valid(
      String name,
      KeyPair keys,
      @Nullable Issued issuer,
      boolean isAuthority,
      Instant from,
      Instant to) {
    X500Principal subject = new X500Principal("CN=" + name);
    return new Issued(
        certificate(
            subject,
            keys.getPublic(),
            issuer == null ? subject : issuer.certificate().getSubjectX500Principal(),
            issuer == null ? keys : issuer.keys(),
            from,
            to,
            extension(Extension.basicConstraints, true, new BasicConstraints(isAuthority))),
        keys);
  }

  /// A certificate with one extension.
  ///
  /// @param signer the keys of the issuer
  @SuppressWarnings("JavaUtilDate") // Bouncy Castle's builder takes nothing else.
  static X509Certificate certificate(
      X500Principal subject,
      PublicKey key,
      X500Principal issuer,
      KeyPair signer,
      Instant from,
      Instant to,
      Extension extension) {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(System.nanoTime()),
            Date.from(from),
            Date.from(to),
            subject,
            key);
    try {
      builder.addExtension(extension);
      var signing = new JcaContentSignerBuilder(algorithm(signer)).build(signer.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signing));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Extension extension(ASN1ObjectIdentifier id, boolean isCritical, ASN1Encodable value) {
    try {
      return Extension.create(id, isCritical, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String algorithm(KeyPair signer) {
    return switch (signer.getPrivate().getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      case "EdDSA" -> "Ed25519";
      default -> throw new IllegalArgumentException(signer.getPrivate().getAlgorithm());
    };
  }

  private static String write(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
