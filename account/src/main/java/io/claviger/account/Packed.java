package io.claviger.account;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// How bytes are made small: by DEFLATE.
public enum Packed {
  /// As it is, for tokens and messages, which are sealed afterwards.
  RAW,
  /// Between zlib's header and checksum, for what is stored.
  ZLIB;

  private static final int CHUNK_BYTES = 1024;

  public byte[] pack(byte[] plain) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, this == RAW)) {
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

  /// What was packed; empty where the bytes are not of this form, end early, go on behind their
  /// end, or hold more than `limitBytes`.
  public Optional<byte[]> unpack(byte[] packed, int limitBytes) {
    try (Inflater inflater = new Inflater(this == RAW)) {
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
