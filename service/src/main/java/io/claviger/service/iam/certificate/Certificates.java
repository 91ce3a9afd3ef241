package io.claviger.service.iam.certificate;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// X.509 certificates (RFC 5280) in PEM.
final class Certificates {

  /// Real chains have two or three. Each costs a verification before the caller is authorized.
  private static final int LONGEST_CHAIN = 10;

  private Certificates() {}

  /// The certificates that a text holds, in order; empty where it holds none, or anything else.
  static Optional<List<X509Certificate>> parse(String text) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem block : Pem.parse(text).orElse(List.of())) {
      Optional<X509Certificate> certificate =
          block.label().equals("CERTIFICATE") ? read(block.der()) : Optional.empty();
      if (certificate.isEmpty()) {
        return Optional.empty();
      }
      certificates.add(certificate.get());
    }
    return certificates.isEmpty() ? Optional.empty() : Optional.of(certificates);
  }

  /// The one certificate that a text holds; empty where it is not just one.
  static Optional<X509Certificate> parseOne(String text) {
    return parse(text).filter(all -> all.size() == 1).map(List::getFirst);
  }

  static boolean isValid(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }

  /// SHA-256 in lower-case hex.
  static String fingerprint(X509Certificate certificate) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
    } catch (CertificateException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("A certificate that was read has no encoding", e);
    }
  }

  /// Where a chain breaks, counted from the certificate itself as 0; -1 where that cannot be told,
  /// as for one that the chain did not issue. Empty where all is well: each has signed the one
  /// before it, may do so, and is valid now. The last is what the others are checked against.
  static OptionalInt breakIn(
      X509Certificate certificate, List<X509Certificate> chain, Instant now) {
    if (chain.size() > LONGEST_CHAIN) {
      return OptionalInt.of(LONGEST_CHAIN);
    }
    List<X509Certificate> path = new ArrayList<>(List.of(certificate));
    path.addAll(chain.subList(0, chain.size() - 1));
    try {
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(chain.getLast(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPath certPath = factory().generateCertPath(path);
      CertPathValidator.getInstance("PKIX").validate(certPath, parameters);
      return OptionalInt.empty();
    } catch (CertPathValidatorException e) {
      return OptionalInt.of(e.getIndex());
    } catch (CertificateException
        | InvalidAlgorithmParameterException
        | NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK validates paths of X.509 certificates", e);
    }
  }

  /// Whether the certificate says that its subject has issued it itself.
  static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
  }

  /// Whether the certificate is signed by the key that is in it.
  static boolean isSelfSigned(X509Certificate certificate) {
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static Optional<X509Certificate> read(byte[] der) {
    try {
      X509Certificate certificate =
          (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der));
      // What stands behind a certificate in its block would be kept and handed out unread.
      return Arrays.equals(certificate.getEncoded(), der)
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (CertificateException _) {
      return Optional.empty();
    }
  }

  private static CertificateFactory factory() throws CertificateException {
    return CertificateFactory.getInstance("X.509");
  }
}
