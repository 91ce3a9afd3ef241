package io.claviger.reference.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Compresses the parts of a table, each by itself.
final class Sections {

  private Sections() {}

  static byte[] deflate(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
