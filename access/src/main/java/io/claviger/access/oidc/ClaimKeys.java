package io.claviger.access.oidc;

import io.claviger.policy.decide.RequestContext;
import io.claviger.reference.ConditionKey;
import io.claviger.reference.ServiceReference;
import java.util.ArrayList;
import java.util.List;

/// The condition keys that a token gives: `idp.example.com:sub`.
///
/// Of every issuer there are five claims; of some that many share, such as GitHub, those that AWS
/// publishes as well. A claim of any other name is no key, as with AWS.
///
/// AWS rule: IAM User Guide, "Available keys for AWS OIDC federation"; Service Authorization
/// Reference, condition keys of STS.
final class ClaimKeys {

  private final List<IssuerClaim> published;

  ClaimKeys(ServiceReference reference) {
    List<IssuerClaim> found = new ArrayList<>();
    for (ConditionKey key : reference.service("sts").orElseThrow().conditionKeys()) {
      IssuerClaim.find(key.name()).ifPresent(found::add);
    }
    this.published = List.copyOf(found);
  }

  /// @param issuer without its scheme
  /// @param audience the one that counts
  RequestContext of(String issuer, String audience, Claims claims) {
    String prefix = issuer + ':';
    RequestContext keys =
        RequestContext.EMPTY
            .with(prefix + "aud", audience)
            .with(prefix + "sub", claims.text("sub"));
    List<String> original = claims.texts("aud");
    keys =
        original.size() == 1
            ? keys.with(prefix + "oaud", original.getFirst())
            : keys.with(prefix + "oaud", original);
    List<String> methods = claims.texts("amr");
    if (!methods.isEmpty()) {
      keys = keys.with(prefix + "amr", methods);
    }
    String email = claims.scalar("email");
    if (email != null) {
      keys = keys.with(prefix + "email", email);
    }
    for (IssuerClaim claim : published) {
      String value = claim.isOf(issuer) ? claim.value(claims) : null;
      if (value != null && keys.get(prefix + claim.name()) == null) {
        keys = keys.with(prefix + claim.name(), value);
      }
    }
    return keys;
  }
}
