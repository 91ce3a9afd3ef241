package io.claviger.access;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Raw DEFLATE, the way tokens and messages are made small before they are sealed.
final class Packed {

  private static final int CHUNK_BYTES = 1024;

  private Packed() {}

  static byte[] pack(byte[] plain) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length);
      byte[] chunk = new byte[CHUNK_BYTES];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    }
  }

  /// What was packed; empty where the bytes are not DEFLATE, end early, go on behind their end, or
  /// hold more than `limitBytes`.
  static Optional<byte[]> unpack(byte[] packed, int limitBytes) {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK_BYTES);
      byte[] chunk = new byte[CHUNK_BYTES];
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        out.write(chunk, 0, count);
        boolean isStuck = count == 0 && !inflater.finished();
        if (isStuck || out.size() > limitBytes) {
          return Optional.empty();
        }
      }
      return inflater.getRemaining() == 0 ? Optional.of(out.toByteArray()) : Optional.empty();
    } catch (DataFormatException _) {
      return Optional.empty();
    }
  }
}
