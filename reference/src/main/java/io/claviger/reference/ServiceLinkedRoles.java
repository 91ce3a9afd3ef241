package io.claviger.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The service-linked roles of AWS's services.
///
/// AWS publishes no list of them. The table has those that AWS's managed policies name, which a
/// test compares, and those that the services' own guides name under "Using service-linked roles".
public final class ServiceLinkedRoles {

  private static final String TABLE = "service-linked-roles.txt";

  private final Map<String, ServiceLinkedRole> byService;

  private ServiceLinkedRoles(Map<String, ServiceLinkedRole> byService) {
    this.byService = byService;
  }

  public static ServiceLinkedRoles load() {
    Map<String, ServiceLinkedRole> byService = new LinkedHashMap<>();
    try (InputStream in = ServiceLinkedRoles.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("Missing: " + TABLE);
      }
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(ServiceLinkedRole::parse)
          .forEach(role -> byService.put(role.service(), role));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ServiceLinkedRoles(byService);
  }

  /// The role of the service with that principal; empty where it has none.
  public Optional<ServiceLinkedRole> find(String service) {
    return Optional.ofNullable(byService.get(service));
  }

  /// All of them, ordered by service.
  public Collection<ServiceLinkedRole> all() {
    return Collections.unmodifiableCollection(byService.values());
  }
}
