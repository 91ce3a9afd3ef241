package io.claviger.reference;

import io.claviger.reference.Tables.Section;
import java.io.DataInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The documents of all managed policies' default versions. All are kept in memory, packed, once
/// one of them is asked for: some 800 KB, for which a jar would otherwise be read half through each
/// time.
final class NewestDocuments {

  /// Guarded by nothing: threads that race read equal bytes, and the last ones stay.
  private volatile byte @Nullable [] packed;

  String read(Section section) {
    byte[] file = packed;
    if (file == null) {
      file = Tables.read("managed-policies.newest", DataInputStream::readAllBytes);
      packed = file;
    }
    return Tables.inflate(
        file, section, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
  }
}
