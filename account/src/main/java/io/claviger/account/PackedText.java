package io.claviger.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterInputStream;
import java.util.zip.InflaterInputStream;

/// A long text that is rarely read, deflated: a report has a tenth of its size then, in memory and
/// in the history.
///
/// @param packed zlib's form in base64
public record PackedText(String packed) {

  public static PackedText of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (var deflated = new DeflaterInputStream(new ByteArrayInputStream(bytes))) {
      return new PackedText(Base64.getEncoder().encodeToString(deflated.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory were not read", e);
    }
  }

  /// The text.
  ///
  /// @throws UncheckedIOException if it is none that was packed here
  public String text() {
    byte[] bytes = Base64.getDecoder().decode(packed);
    var text = new ByteArrayOutputStream();
    try (var inflated = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      inflated.transferTo(text);
      return text.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Damaged packed text", e);
    }
  }
}
