package io.claviger.service.iam.mfa;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Draws a text as a QR code in a PNG of one bit a pixel.
///
/// The PNG is written here, because the JDK's image classes would load the whole desktop module for
/// it.
///
/// Rule: PNG (Portable Network Graphics) Specification, version 1.2, chapters 3 and 4.
final class QrCode {

  private static final int PIXELS_PER_MODULE = 4;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int CHUNK_OVERHEAD = 12;

  private QrCode() {}

  static byte[] png(String text) {
    BitMatrix modules = modules(text);
    int size = modules.getWidth() * PIXELS_PER_MODULE;
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(chunk("IHDR", header(size)));
    png.writeBytes(chunk("IDAT", deflated(rows(modules, size))));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  /// One bit for each module, with the white margin that scanners need.
  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
    } catch (WriterException e) {
      throw new IllegalStateException("A text too long for a QR code", e);
    }
  }

  /// Width and height, bit depth 1, grayscale, and the only compression, filter and order.
  private static byte[] header(int size) {
    return ByteBuffer.allocate(13)
        .putInt(size)
        .putInt(size)
        .put(new byte[] {1, 0, 0, 0, 0})
        .array();
  }

  /// Each row a filter byte, 0, and its pixels, eight a byte; 1 is white.
  private static byte[] rows(BitMatrix modules, int size) {
    int rowBytes = 1 + (size + 7) / 8;
    byte[] rows = new byte[rowBytes * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (!modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE)) {
          rows[y * rowBytes + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      while (!deflater.finished()) {
        result.write(buffer, 0, deflater.deflate(buffer));
      }
      return result.toByteArray();
    }
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] typeBytes = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(typeBytes);
    checksum.update(content);
    return ByteBuffer.allocate(CHUNK_OVERHEAD + content.length)
        .putInt(content.length)
        .put(typeBytes)
        .put(content)
        .putInt((int) checksum.getValue())
        .array();
  }
}
