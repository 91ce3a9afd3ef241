package io.claviger.server;

import io.claviger.access.fetch.AddressRange;
import io.claviger.access.fetch.AddressRules;
import io.claviger.access.fetch.Fetcher;
import io.claviger.access.fetch.HttpsFetcher;
import io.claviger.access.fetch.Resolver;
import java.util.List;

/// Where the server looks for what identity providers publish: on the public internet, and in the
/// networks that the operator names. Whoever may make a provider makes the server connect to an
/// address of their choice, so what is inside is out of reach unless it is named.
public final class IdentityProviderNetworks {

  /// The public internet alone.
  public static final IdentityProviderNetworks PUBLIC = new IdentityProviderNetworks(List.of());

  private final AddressRules rules;

  private IdentityProviderNetworks(List<AddressRange> ranges) {
    this.rules = new AddressRules(ranges);
  }

  /// The public internet and these networks.
  ///
  /// @param ranges networks besides the public internet: `10.0.0.0/8`, `fd00::/8`
  /// @throws IllegalArgumentException for what is no such range
  public static IdentityProviderNetworks with(List<String> ranges) {
    return new IdentityProviderNetworks(ranges.stream().map(AddressRange::parse).toList());
  }

  Fetcher fetcher() {
    return new HttpsFetcher(rules, Resolver.SYSTEM);
  }
}
