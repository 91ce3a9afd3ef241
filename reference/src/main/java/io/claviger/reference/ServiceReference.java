package io.claviger.reference;

import io.claviger.reference.Tables.Section;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The Service Authorization Reference: which actions, resource types and condition keys each
/// service of AWS has.
///
/// A service is read from the jar when it is first asked for and kept from then on. Safe for use by
/// many threads.
public final class ServiceReference {

  private final List<ConditionKey> globalKeys;
  private final Map<String, Entry> entries;
  private final Map<String, Service> services = new ConcurrentHashMap<>();

  private record Entry(String prefix, String name, Section section) {

    static Entry read(DataInputStream in) throws IOException {
      return new Entry(in.readUTF(), in.readUTF(), Section.read(in));
    }
  }

  private ServiceReference(DataInputStream in) throws IOException {
    globalKeys = Tables.list(in, in.readInt(), ConditionKey::read);
    Map<String, Entry> byPrefix = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Tables.list(in, in.readInt(), Entry::read)
        .forEach(entry -> byPrefix.put(entry.prefix(), entry));
    entries = Collections.unmodifiableMap(byPrefix);
  }

  /// Reads the services' names and the global keys, some 25 KB from the jar.
  public static ServiceReference load() {
    return Tables.read("services.index", ServiceReference::new);
  }

  /// Every service prefix, in order.
  public Collection<String> prefixes() {
    return entries.keySet();
  }

  /// The service with this prefix, compared without regard to case.
  public Optional<Service> service(String prefix) {
    return Optional.ofNullable(entries.get(prefix))
        .map(entry -> services.computeIfAbsent(entry.prefix(), _ -> read(entry)));
  }

  /// The condition keys that are not one service's own; nearly all start with `aws:`.
  ///
  /// AWS rule: IAM User Guide, "AWS global condition context keys".
  public List<ConditionKey> globalKeys() {
    return globalKeys;
  }

  private static Service read(Entry entry) {
    return Tables.read(
        "services.data", entry.section(), in -> Service.read(entry.prefix(), entry.name(), in));
  }
}
