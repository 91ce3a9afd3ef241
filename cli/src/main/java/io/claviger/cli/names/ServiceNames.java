package io.claviger.cli.names;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.DocumentedNames;
import io.claviger.policy.match.Glob;
import io.claviger.reference.ConditionKey;
import io.claviger.reference.Service;
import io.claviger.reference.ServiceReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The names in the Service Authorization Reference. Used by one thread.
public final class ServiceNames implements DocumentedNames {

  private static final String GLOBAL = "aws:";

  private final ServiceReference reference = ServiceReference.load();
  private final KnownKeys keys = new KnownKeys(reference);

  /// The names of all actions, in lower case.
  private final Map<Service, List<String>> actions = new HashMap<>();

  /// The prefixes of services that are not AWS's, of which nothing is known, in lower case.
  private final Set<String> own;

  /// @param own the prefixes of services that are not AWS's, in any case
  public ServiceNames(Collection<String> own) {
    this.own = own.stream().map(AsciiCase::lower).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<Advice> onAction(String pattern) {
    String prefix = prefix(pattern);
    if (isOwn(prefix)) {
      return Optional.empty();
    }
    Optional<Service> service = reference.service(prefix);
    if (service.isEmpty()) {
      String nearest = Nearest.to(prefix, reference.prefixes());
      String message = "AWS documents no service " + prefix + '.' + nearest;
      return Optional.of(new Advice("INVALID_SERVICE_IN_ACTION", message));
    }
    return onActionOf(service.get(), pattern);
  }

  /// The same for an action that may be of a service of one's own: of services that AWS does not
  /// document, nothing is said.
  public Optional<Advice> onActionOfAws(String action) {
    return reference.service(prefix(action)).flatMap(service -> onActionOf(service, action));
  }

  /// The condition keys that AWS documents.
  public KnownKeys keys() {
    return keys;
  }

  private boolean isOwn(String prefix) {
    return own.contains(AsciiCase.lower(prefix));
  }

  private static String prefix(String name) {
    return name.substring(0, Math.max(0, name.indexOf(':')));
  }

  private Optional<Advice> onActionOf(Service service, String pattern) {
    return isMeant(service, pattern.substring(pattern.indexOf(':') + 1))
        ? Optional.empty()
        : Optional.of(new Advice("INVALID_ACTION", noAction(service, pattern)));
  }

  private boolean isMeant(Service service, String name) {
    Glob glob = Glob.of(AsciiCase.lower(name));
    return service.action(name).isPresent()
        || actions.computeIfAbsent(service, ServiceNames::lower).stream().anyMatch(glob::matches);
  }

  private static List<String> lower(Service service) {
    return service.actions().stream().map(action -> AsciiCase.lower(action.name())).toList();
  }

  private static String noAction(Service service, String pattern) {
    boolean isWild = pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    if (isWild) {
      return "AWS documents no action that " + pattern + " matches.";
    }
    List<String> all =
        service.actions().stream().map(action -> service.prefix() + ':' + action.name()).toList();
    return "AWS documents no action " + pattern + '.' + Nearest.to(pattern, all);
  }

  @Override
  public Optional<Advice> onConditionKey(String key) {
    if (isOwn(prefix(key)) || keys.isKnown(key)) {
      return Optional.empty();
    }
    boolean isGlobal = key.regionMatches(true, 0, GLOBAL, 0, GLOBAL.length());
    return Optional.of(
        new Advice(
            isGlobal ? "INVALID_GLOBAL_CONDITION_KEY" : "INVALID_SERVICE_CONDITION_KEY",
            "AWS documents no condition key "
                + key
                + '.'
                + Nearest.to(key, keys.like(key).map(ConditionKey::name).toList())));
  }
}
