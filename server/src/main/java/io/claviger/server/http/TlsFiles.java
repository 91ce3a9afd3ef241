package io.claviger.server.http;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.pki.PkiException;
import io.helidon.common.tls.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A certificate chain and its private key, both files in PEM.
public record TlsFiles(Path certificate, Path key) {

  /// The TLS that the files describe: version 1.3 only.
  static Optional<Tls> read(@Nullable TlsFiles files) {
    if (files == null) {
      return Optional.empty();
    }
    for (Path file : List.of(files.certificate, files.key)) {
      if (!Files.isReadable(file)) {
        throw new StartupFailure("Can't read the TLS file " + file + ".");
      }
    }
    try {
      Keys keys =
          Keys.builder()
              .pem(pem ->
                  pem.key(Resource.create(files.key)).certChain(Resource.create(files.certificate)))
              .build();
      return Optional.of(
          Tls.builder()
              .privateKey(keys)
              .privateKeyCertChain(keys)
              .enabledProtocols(List.of("TLSv1.3"))
              .build());
    } catch (PkiException | IllegalArgumentException e) {
      throw new StartupFailure(
          "The TLS files "
              + files.certificate
              + " and "
              + files.key
              + " don't hold a certificate chain and its key in PEM: "
              + e.getMessage(),
          e);
    }
  }
}
