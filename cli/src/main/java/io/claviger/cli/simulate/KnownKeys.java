package io.claviger.cli.simulate;

import io.claviger.reference.ConditionKey;
import io.claviger.reference.Service;
import io.claviger.reference.ServiceReference;
import java.util.Optional;

/// The condition keys that AWS documents.
final class KnownKeys {

  private static final String VARIABLE = "${";

  private final ServiceReference reference = ServiceReference.load();

  /// The key as AWS spells it, as far as AWS knows it.
  String spelling(String key) {
    return find(key).map(ConditionKey::name).or(() -> withVariablePart(key)).orElse(key);
  }

  /// `aws:PrincipalTag/team`, which AWS lists as `aws:PrincipalTag/${TagKey}`.
  private Optional<String> withVariablePart(String key) {
    return reference.globalKeys().stream()
        .map(ConditionKey::name)
        .filter(name -> name.indexOf(VARIABLE) > 0)
        .map(name -> name.substring(0, name.indexOf(VARIABLE)))
        .filter(start -> key.regionMatches(true, 0, start, 0, start.length()))
        .findFirst()
        .map(start -> start + key.substring(start.length()));
  }

  /// Whether AWS gives the key several values.
  boolean isMultivalued(String key) {
    return find(key).map(ConditionKey::many).orElse(false);
  }

  private Optional<ConditionKey> find(String key) {
    Optional<ConditionKey> global =
        reference.globalKeys().stream()
            .filter(known -> known.name().equalsIgnoreCase(key))
            .findFirst();
    int colon = key.indexOf(':');
    return global.or(() ->
        reference
            .service(key.substring(0, Math.max(0, colon)))
            .flatMap((Service service) -> service.conditionKey(key)));
  }
}
