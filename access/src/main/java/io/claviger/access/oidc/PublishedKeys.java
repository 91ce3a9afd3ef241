package io.claviger.access.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.claviger.access.fetch.FetchFailure;
import io.claviger.access.fetch.Fetcher;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fetches the keys that an issuer publishes, by way of its discovery document.
///
/// Rule: OpenID Connect Discovery 1.0, section 4. AWS rule: IAM User Guide, "Create an OpenID
/// Connect (OIDC) identity provider in IAM", prerequisites: a key set has at most 100 RSA keys and
/// 100 EC keys.
final class PublishedKeys {

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final int MOST_OF_A_TYPE = 100;

  private final Fetcher fetcher;

  PublishedKeys(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /// @param issuer with its scheme
  List<JWK> fetch(String issuer, Set<String> thumbprints) throws FetchFailure {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    URI keySet = keySet(issuer, document(URI.create(base + DISCOVERY), thumbprints));
    try {
      List<JWK> keys = JWKSet.parse(document(keySet, thumbprints)).getKeys();
      requireFew(keys, KeyType.RSA, keySet);
      requireFew(keys, KeyType.EC, keySet);
      return List.copyOf(keys);
    } catch (ParseException e) {
      throw FetchFailure.unusable(keySet + " is no key set", e);
    }
  }

  private String document(URI uri, Set<String> thumbprints) throws FetchFailure {
    return new String(fetcher.get(uri, thumbprints), StandardCharsets.UTF_8);
  }

  /// Where the keys are. The document must be the issuer's own.
  private static URI keySet(String issuer, String document) throws FetchFailure {
    try {
      Map<String, Object> members = JSONObjectUtils.parse(document);
      if (!issuer.equals(JSONObjectUtils.getString(members, "issuer"))) {
        throw FetchFailure.unusable("The discovery document of " + issuer + " is another's", null);
      }
      String uri = JSONObjectUtils.getString(members, "jwks_uri");
      return new URI(uri == null ? "" : uri);
    } catch (ParseException | URISyntaxException e) {
      throw FetchFailure.unusable("The discovery document of " + issuer + " is none", e);
    }
  }

  private static void requireFew(List<JWK> keys, KeyType type, URI keySet) throws FetchFailure {
    if (keys.stream().filter(key -> type.equals(key.getKeyType())).count() > MOST_OF_A_TYPE) {
      throw FetchFailure.unusable(keySet + " has too many keys", null);
    }
  }
}
