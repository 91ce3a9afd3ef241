package io.claviger.store;

import static io.claviger.store.Samples.ONE;
import static io.claviger.store.Samples.staged;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Change;
import io.claviger.account.SecretName;
import io.claviger.base.SecretText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No secret stands in a file of the data directory, in any spelling.
final class PlainTextTest {

  private static final String MARKER = "MARKER7hJk2secretQ9";

  @TempDir Path folder;

  @Test
  void Abuse_118_noFileHoldsASecretInPlain() throws IOException {
    StoreFiles files = new StoreFiles(folder);
    try (Store store = files.open()) {
      Samples.createAccount(store, ONE);
      for (SecretName.Kind kind : SecretName.Kind.values()) {
        SecretName name = new SecretName(kind, "visible-name");
        Change change = Change.NONE.andSecret(name, SecretText.of(MARKER + kind));
        store.accounts().write(ONE, _ -> staged(ONE, change));
      }
      byte[] tokenKey = store.tokenKeys().current().key().getEncoded();
      // Once while the changes stand in the log, and once when they are in the database.
      assertFalse(stands(bytes(MARKER)));
      assertFalse(stands(tokenKey));
      assertTrue(stands(bytes("visible-name")), "The search finds what is there");
    }
    List<byte[]> spellings = new ArrayList<>();
    spellings.add(bytes(MARKER));
    spellings.add(bytes(Base64.getEncoder().withoutPadding().encodeToString(bytes(MARKER))));
    spellings.add(bytes(HexFormat.of().formatHex(bytes(MARKER))));
    spellings.add(MARKER.getBytes(StandardCharsets.UTF_16LE));
    for (byte[] spelling : spellings) {
      assertFalse(stands(spelling));
    }
    byte[] key = Files.readAllBytes(files.key());
    Files.delete(files.key());
    assertFalse(stands(key));
    assertFalse(stands(bytes(HexFormat.of().formatHex(key))));
    assertTrue(stands(bytes("visible-name")), "The search finds what is there");
  }

  /// Whether the bytes stand in any file.
  private boolean stands(byte[] wanted) throws IOException {
    String text = new String(wanted, StandardCharsets.ISO_8859_1);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
