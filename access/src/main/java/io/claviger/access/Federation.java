package io.claviger.access;

import io.claviger.access.federation.FederatedIdentity;
import io.claviger.policy.decide.RequestContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What a role's session still tells of the token that it was got with.
///
/// AWS rule: IAM User Guide, "AWS global condition context keys", `aws:FederatedProvider`; "IAM and
/// AWS STS condition context keys", keys for permissions policies of roles that are federated into.
///
/// @param provider as the trust policy's `Federated` names it
/// @param keys the condition keys that go on, each with its value
public record Federation(String provider, Map<String, String> keys) {

  /// For how long a text is.
  private static final int LENGTH_BYTES = 4;

  public Federation {
    keys = Map.copyOf(keys);
  }

  /// What goes on of a token: of a web identity its audience and subject, of SAML the subject, its
  /// type and what makes it unique.
  public static Federation of(FederatedIdentity identity) {
    Map<String, String> kept = new TreeMap<>();
    identity
        .keys()
        .all()
        .forEach((key, value) -> {
          if (goesOn(identity.kind(), key) && value instanceof RequestContext.Value.Single one) {
            kept.put(key, one.value());
          }
        });
    return new Federation(identity.provider(), kept);
  }

  /// How much space it takes of a session token, in bytes, at most.
  int bytes() {
    int bytes = bytes(provider);
    for (Map.Entry<String, String> key : keys.entrySet()) {
      bytes += bytes(key.getKey()) + bytes(key.getValue());
    }
    return bytes;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length + LENGTH_BYTES;
  }

  private static boolean goesOn(FederatedIdentity.Kind kind, String lowerKey) {
    return switch (kind) {
      case WEB_IDENTITY -> lowerKey.endsWith(":aud") || lowerKey.endsWith(":sub");
      case SAML ->
          lowerKey.equals("saml:sub")
              || lowerKey.equals("saml:sub_type")
              || lowerKey.equals("saml:namequalifier");
    };
  }
}
