package io.claviger.service.iam.sshkey;

import io.claviger.service.iam.certificate.Pem;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// An RSA public key in the two encodings that IAM takes and gives: SSH's (RFC 4253, section 6.6)
/// and PEM.
///
/// AWS rule: IAM API Reference, "UploadSSHPublicKey", `SSHPublicKeyBody`: "The public key must be
/// encoded in ssh-rsa format or PEM format. The minimum bit-length of the public key is 2048 bits."
final class RsaPublicKey {

  private static final String SSH_RSA = "ssh-rsa";
  private static final int LEAST_BITS = 2_048;
  private static final int PEM_LINE = 64;

  private final RSAPublicKey key;

  private RsaPublicKey(RSAPublicKey key) {
    this.key = key;
  }

  /// The key that the text holds, a comment behind it left out.
  ///
  /// @throws io.claviger.wire.ServiceError where the text is in neither encoding, or the key is
  ///   damaged, too short or of another kind
  static RsaPublicKey parse(String text) {
    String[] words = text.strip().split("[ \t]+", 3);
    Optional<RSAPublicKey> key;
    if (words[0].equals(SSH_RSA) && words.length > 1 && text.strip().lines().count() == 1) {
      key = ofBase64(words[1]);
    } else {
      List<Pem> blocks = Pem.parse(text).filter(all -> all.size() == 1).orElse(List.of());
      key = ofPem(blocks.stream().findFirst().orElseThrow(SshKeyErrors::unrecognizedEncoding));
    }
    return key.filter(found -> found.getModulus().bitLength() >= LEAST_BITS)
        .map(RsaPublicKey::new)
        .orElseThrow(SshKeyErrors::invalidKey);
  }

  /// `ssh-rsa` and the key in base64.
  String ssh() {
    return SSH_RSA + ' ' + Base64.getEncoder().encodeToString(blob());
  }

  /// `PUBLIC KEY` in PEM.
  String pem() {
    String base64 =
        Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  /// MD5 of the key as SSH writes it: `7a:1d:…`.
  ///
  /// AWS rule: IAM API Reference, "SSHPublicKey", `Fingerprint`: "The MD5 message digest of the SSH
  /// public key."
  String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(blob());
      return HexFormat.ofDelimiter(":").formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }

  private byte[] blob() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part :
        List.of(
            SSH_RSA.getBytes(StandardCharsets.US_ASCII),
            key.getPublicExponent().toByteArray(),
            key.getModulus().toByteArray())) {
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static Optional<RSAPublicKey> ofBase64(String base64) {
    try {
      byte[] blob = Base64.getDecoder().decode(base64);
      ByteBuffer in = ByteBuffer.wrap(blob);
      byte[] kind = part(in);
      BigInteger exponent = new BigInteger(part(in));
      BigInteger modulus = new BigInteger(part(in));
      boolean isSsh = Arrays.equals(kind, SSH_RSA.getBytes(StandardCharsets.US_ASCII));
      return isSsh && !in.hasRemaining()
          ? Optional.of(of(new RSAPublicKeySpec(modulus, exponent)))
          : Optional.empty();
    } catch (IllegalArgumentException | BufferUnderflowException | InvalidKeySpecException _) {
      return Optional.empty();
    }
  }

  private static byte[] part(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] part = new byte[length];
    in.get(part);
    return part;
  }

  private static Optional<RSAPublicKey> ofPem(Pem block) {
    try {
      return block.label().equals("PUBLIC KEY")
          ? Optional.of(of(new X509EncodedKeySpec(block.der())))
          : Optional.empty();
    } catch (InvalidKeySpecException _) {
      return Optional.empty();
    }
  }

  private static RSAPublicKey of(KeySpec spec) throws InvalidKeySpecException {
    try {
      return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has RSA", e);
    }
  }
}
