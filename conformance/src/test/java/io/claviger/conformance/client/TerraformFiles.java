package io.claviger.conformance.client;

import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestMetadata;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// What Terraform's configuration reads from files: certificates, keys, metadata.
final class TerraformFiles {

  private TerraformFiles() {}

  /// Copies the configuration into the folder and makes its files there.
  static void write(Path configuration, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(configuration)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    var certificate = new TestCertificates(Instant.now()).selfSigned("www");
    Files.writeString(folder.resolve("www.pem"), certificate.pem());
    Files.writeString(folder.resolve("www.key"), certificate.keyPem());
    var ssh = (RSAPublicKey) TestCertificates.keys("RSA", 2_048).getPublic();
    Files.writeString(folder.resolve("ssh.pub"), openSsh(ssh));
    var pem = TestCertificates.keys("RSA", 2_048).getPublic();
    Files.writeString(folder.resolve("ssh.pem"), TestCertificates.publicKeyPem(pem));
    TestCertificate idp = TestCertificate.selfSigned("idp.example.com");
    for (String name : List.of("metadata", "metadata-2")) {
      Files.writeString(
          folder.resolve(name + ".xml"),
          TestMetadata.of("https://idp.example.com/" + name).signing(idp).document());
    }
  }

  /// As `ssh-keygen` writes it (RFC 4253, section 6.6).
  private static String openSsh(RSAPublicKey key) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (byte[] part :
        List.of(
            "ssh-rsa".getBytes(StandardCharsets.US_ASCII),
            key.getPublicExponent().toByteArray(),
            key.getModulus().toByteArray())) {
      out.writeInt(part.length);
      out.write(part);
    }
    return "ssh-rsa " + Base64.getEncoder().encodeToString(bytes.toByteArray()) + "\n";
  }
}
