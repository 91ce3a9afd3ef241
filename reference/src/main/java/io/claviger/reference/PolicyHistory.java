package io.claviger.reference;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The versions of one managed policy, newest first, in front of a stream with the documents of all
/// but the newest.
record PolicyHistory(List<Entry> entries) {

  /// @param length of the document, in bytes
  record Entry(ManagedPolicy.Version version, int length) {

    static Entry read(DataInputStream in) throws IOException {
      String id = "v" + in.readInt();
      Instant created = Instant.ofEpochSecond(in.readLong());
      return new Entry(new ManagedPolicy.Version(id, created), in.readInt());
    }
  }

  static PolicyHistory read(DataInputStream in) throws IOException {
    return new PolicyHistory(Tables.list(in, in.readUnsignedShort(), Entry::read));
  }

  List<ManagedPolicy.Version> versions() {
    return entries.stream().map(Entry::version).toList();
  }

  /// The place of a version, or -1.
  int indexOf(String versionId) {
    return versions().stream().map(ManagedPolicy.Version::id).toList().indexOf(versionId);
  }

  /// The document at a place other than the first, from the stream behind the list.
  String document(int index, DataInputStream in) throws IOException {
    in.skipNBytes(entries.subList(1, index).stream().mapToInt(Entry::length).sum());
    return read(entries.get(index), in);
  }

  /// All documents by version id.
  ///
  /// @param newest the one that does not stand in the stream
  Map<String, String> documents(String newest, DataInputStream in) throws IOException {
    Map<String, String> documents = new HashMap<>();
    documents.put(entries.getFirst().version().id(), newest);
    for (Entry entry : entries.subList(1, entries.size())) {
      documents.put(entry.version().id(), read(entry, in));
    }
    return documents;
  }

  private static String read(Entry entry, DataInputStream in) throws IOException {
    byte[] bytes = new byte[entry.length()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
