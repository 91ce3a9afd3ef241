package io.claviger.access.outbound;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.OutboundIssuer.Algorithm;
import io.claviger.account.OutboundIssuer.SigningKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an issuer publishes, in JSON. Nothing in it is secret, and nothing tells whose issuer it is
/// or whether it issues tokens now.
///
/// AWS rule: IAM User Guide, "Getting started with outbound identity federation"; OpenID Connect
/// Discovery 1.0, section 3; RFC 7517.
public final class IssuerDocuments {

  private IssuerDocuments() {}

  /// A document of an issuer.
  public static String json(
      IssuerUrls.Document.Kind kind, OutboundIssuer issuer, IssuerUrls urls, Instant now) {
    return switch (kind) {
      case CONFIGURATION -> configuration(urls.of(issuer));
      case KEYS -> keys(issuer, now);
    };
  }

  private static String configuration(String url) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("issuer", url);
    members.put("jwks_uri", url + IssuerUrls.Document.Kind.KEYS.path);
    members.put("response_types_supported", List.of("id_token"));
    members.put("subject_types_supported", List.of("public"));
    members.put(
        "id_token_signing_alg_values_supported",
        Arrays.stream(Algorithm.values()).map(Algorithm::name).toList());
    members.put("claims_supported", IdentityClaims.NAMES);
    return JSONObjectUtils.toJSONString(members);
  }

  /// The keys that tokens of the last hour may be signed with.
  private static String keys(OutboundIssuer issuer, Instant now) {
    List<JWK> published =
        issuer.keys().stream()
            .filter(key -> key.isPublished(now))
            .map(IssuerDocuments::published)
            .toList();
    return new JWKSet(published).toString(true);
  }

  private static JWK published(SigningKey key) {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(key.algorithm().name());
    return switch (key.algorithm()) {
      case RS256 ->
          new RSAKey.Builder((RSAPublicKey) KeyForm.publicKey(key))
              .keyID(key.id())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(algorithm)
              .build();
      case ES384 ->
          new ECKey.Builder(Curve.P_384, (ECPublicKey) KeyForm.publicKey(key))
              .keyID(key.id())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(algorithm)
              .build();
    };
  }
}
