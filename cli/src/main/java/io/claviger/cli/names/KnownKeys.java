package io.claviger.cli.names;

import io.claviger.reference.ConditionKey;
import io.claviger.reference.Service;
import io.claviger.reference.ServiceReference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The condition keys that AWS documents.
public final class KnownKeys {

  /// How a name goes on where it varies: `aws:PrincipalTag/${TagKey}`. Some names just end there.
  private static final List<String> VARYING = List.of("${", "<", "tag-key");

  /// What says who somebody is that another issued: its keys start with the issuer's name, or with
  /// `saml`.
  private static final String OF_OTHER_ISSUERS = "sts";

  private final ServiceReference reference;

  KnownKeys(ServiceReference reference) {
    this.reference = reference;
  }

  /// The key as AWS spells it, as far as AWS knows it.
  public String spelling(String key) {
    return find(key).map(found -> spelling(key, found.name())).orElse(key);
  }

  private static String spelling(String key, String name) {
    return isVarying(name) ? start(name) + key.substring(start(name).length()) : name;
  }

  /// Whether AWS gives the key several values.
  public boolean isMultivalued(String key) {
    return find(key).map(ConditionKey::many).orElse(false);
  }

  /// Whether there may be such a key. Those of an OpenID Connect provider start with its URL, which
  /// is anybody's.
  boolean isKnown(String key) {
    String prefix = key.substring(0, Math.max(0, key.lastIndexOf(':')));
    return prefix.indexOf('.') >= 0 || prefix.indexOf('/') >= 0 || find(key).isPresent();
  }

  /// Some services have keys that start with the name of another: these are looked for last.
  private Optional<ConditionKey> find(String key) {
    return find(like(key).toList(), key).or(() -> find(all(), key));
  }

  private static Optional<ConditionKey> find(List<ConditionKey> keys, String key) {
    return keys.stream()
        .filter(known -> known.name().equalsIgnoreCase(key))
        .findFirst()
        .or(() -> keys.stream().filter(known -> isMeant(known.name(), key)).findFirst());
  }

  private List<ConditionKey> all() {
    return reference.prefixes().stream()
        .flatMap(prefix -> reference.service(prefix).stream())
        .map(Service::conditionKeys)
        .flatMap(Collection::stream)
        .toList();
  }

  /// The keys that are looked through for a key: the global ones, and those of its service.
  Stream<ConditionKey> like(String key) {
    String prefix = key.substring(0, Math.max(0, key.indexOf(':')));
    return Stream.concat(
        reference.globalKeys().stream(),
        Stream.of(prefix, OF_OTHER_ISSUERS)
            .flatMap(service -> reference.service(service).stream())
            .map(Service::conditionKeys)
            .flatMap(Collection::stream));
  }

  private static boolean isMeant(String name, String key) {
    String start = start(name);
    return isVarying(name)
        && key.length() > start.length()
        && key.regionMatches(true, 0, start, 0, start.length());
  }

  private static boolean isVarying(String name) {
    return name.endsWith("/") || start(name).length() < name.length();
  }

  /// The name up to where it varies.
  private static String start(String name) {
    return VARYING.stream()
        .map(name::indexOf)
        .filter(at -> at > 0)
        .findFirst()
        .map(at -> name.substring(0, at))
        .orElse(name);
  }
}
