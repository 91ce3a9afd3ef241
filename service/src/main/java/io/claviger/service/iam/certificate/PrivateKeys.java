package io.claviger.service.iam.certificate;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/// Private keys in PEM: RSA and elliptic curve, as PKCS #8 or in the older forms of their own.
///
/// AWS rule: IAM API Reference, "UploadServerCertificate", `PrivateKey`: "The contents of the
/// private key in PEM-encoded format"; IAM User Guide, "Manage server certificates": "The private
/// key must be unencrypted".
public final class PrivateKeys {

  private static final byte[] VERSION_0 = Der.encode(Der.INTEGER, new byte[] {0});
  private static final byte[] NULL = {0x05, 0};

  /// 1.2.840.113549.1.1.1
  private static final byte[] RSA_OID =
      Der.encode(
          Der.OBJECT_IDENTIFIER,
          new byte[] {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1});

  /// 1.2.840.10045.2.1
  private static final byte[] EC_OID =
      Der.encode(
          Der.OBJECT_IDENTIFIER, new byte[] {0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1});

  private PrivateKeys() {}

  /// The key that the text holds; empty where it is not just one, or is encrypted, damaged or of
  /// some other kind.
  public static Optional<PrivateKey> parse(String text) {
    // OpenSSL writes the curve into a block of its own before the key, which has it too.
    List<Pem> blocks =
        Pem.parse(text).stream()
            .flatMap(List::stream)
            .filter(block -> !block.label().equals("EC PARAMETERS"))
            .toList();
    if (blocks.size() != 1) {
      return Optional.empty();
    }
    byte[] der = blocks.getFirst().der();
    return switch (blocks.getFirst().label()) {
      case "PRIVATE KEY" -> read("RSA", der).or(() -> read("EC", der));
      case "RSA PRIVATE KEY" -> read("RSA", pkcs8(RSA_OID, NULL, der));
      case "EC PRIVATE KEY" -> curve(der).flatMap(curve -> read("EC", pkcs8(EC_OID, curve, der)));
      default -> Optional.empty();
    };
  }

  /// The curve that an `ECPrivateKey` (RFC 5915) names.
  private static Optional<byte[]> curve(byte[] der) {
    return Der.values(der).stream()
        .flatMap(List::stream)
        .filter(value -> value.tag() == Der.SEQUENCE)
        .flatMap(value -> Der.values(value.content()).stream())
        .flatMap(List::stream)
        .filter(value -> value.tag() == Der.CONTEXT_0)
        .map(Der::content)
        .findFirst();
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] parameters, byte[] key) {
    return Der.encode(
        Der.SEQUENCE,
        VERSION_0,
        Der.encode(Der.SEQUENCE, algorithm, parameters),
        Der.encode(Der.OCTET_STRING, key));
  }

  private static Optional<PrivateKey> read(String algorithm, byte[] pkcs8) {
    try {
      KeyFactory factory = KeyFactory.getInstance(algorithm);
      return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (InvalidKeySpecException _) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
