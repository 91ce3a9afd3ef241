package io.claviger.reference;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;

/// Opens the tables that the build puts beside the classes. Each call reads the file anew.
final class Tables {

  private Tables() {}

  /// Where a deflated part of a table lies, in bytes.
  record Section(int offset, int length) {

    static Section read(DataInputStream in) throws IOException {
      return new Section(in.readInt(), in.readInt());
    }
  }

  /// Reads one element of a table.
  interface Element<T> {
    T read(DataInputStream in) throws IOException;
  }

  /// What `reader` makes of the whole file.
  static <T> T read(String file, Element<T> reader) {
    try (InputStream in = Tables.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The build did not write " + file);
      }
      return reader.read(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("Damaged table " + file, e);
    }
  }

  /// What `reader` makes of one section.
  static <T> T read(String file, Section section, Element<T> reader) {
    return read(
        file,
        in -> {
          in.skipNBytes(section.offset());
          byte[] packed = in.readNBytes(section.length());
          return inflate(packed, new Section(0, packed.length), reader);
        });
  }

  /// What `reader` makes of one section of a file that is in memory.
  static <T> T inflate(byte[] file, Section section, Element<T> reader) {
    var packed = new ByteArrayInputStream(file, section.offset(), section.length());
    try (var in = new DataInputStream(new InflaterInputStream(packed))) {
      return reader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Damaged section " + section, e);
    }
  }

  static <T> List<T> list(DataInputStream in, int count, Element<T> element) throws IOException {
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(element.read(in));
    }
    return List.copyOf(list);
  }

  /// A list led by a short count.
  static List<String> strings(DataInputStream in) throws IOException {
    return list(in, in.readUnsignedShort(), element -> element.readUTF());
  }
}
