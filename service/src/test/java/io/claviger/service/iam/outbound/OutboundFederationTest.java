package io.claviger.service.iam.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.OutboundIssuer;
import io.claviger.account.SecretName;
import io.claviger.service.InMemoryIam;
import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.DisableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationResponse;
import software.amazon.awssdk.services.iam.model.GetOutboundWebIdentityFederationInfoRequest;
import software.amazon.awssdk.services.iam.model.GetOutboundWebIdentityFederationInfoResponse;

class OutboundFederationTest {

  private static final EnableOutboundWebIdentityFederationRequest ENABLE =
      EnableOutboundWebIdentityFederationRequest.builder().build();
  private static final DisableOutboundWebIdentityFederationRequest DISABLE =
      DisableOutboundWebIdentityFederationRequest.builder().build();
  private static final GetOutboundWebIdentityFederationInfoRequest INFO =
      GetOutboundWebIdentityFederationInfoRequest.builder().build();

  private final InMemoryIam iam = new InMemoryIam();

  private OutboundIssuer issuer() {
    return iam.account().outboundIssuer().orElseThrow();
  }

  private String enable() {
    return iam.call(ENABLE, EnableOutboundWebIdentityFederationResponse.class).issuerIdentifier();
  }

  @Test
  void issuerHasAUrlOfItsOwnAndAKeyForEachAlgorithm() {
    String url = enable();
    assertEquals("https://iam.example.org/issuer/" + issuer().id(), url);
    assertEquals(
        List.of("RSA_0", "EC384_0"),
        issuer().keys().stream().map(OutboundIssuer.SigningKey::id).toList());
    GetOutboundWebIdentityFederationInfoResponse info =
        iam.call(INFO, GetOutboundWebIdentityFederationInfoResponse.class);
    assertEquals(url, info.issuerIdentifier());
    assertTrue(info.jwtVendingEnabled());
  }

  @Test
  void urlTellsNothingOfTheAccount() {
    String url = enable();
    assertEquals(-1, url.indexOf(InMemoryIam.ACCOUNT.digits()));
    assertNotEquals(url, otherAccountsUrl());
  }

  private static String otherAccountsUrl() {
    InMemoryIam other = new InMemoryIam();
    other.requires(ENABLE);
    return other.call(ENABLE, EnableOutboundWebIdentityFederationResponse.class).issuerIdentifier();
  }

  @Test
  void privateKeysAreSecretsAlone() {
    enable();
    for (OutboundIssuer.SigningKey key : issuer().keys()) {
      String secret =
          iam.secret(new SecretName(SecretName.Kind.TOKEN_SIGNING_KEY, key.id()))
              .orElseThrow()
              .reveal();
      assertNotEquals(key.publicKey(), secret);
    }
  }

  @Test
  void issuerAndKeysOutliveBeingDisabled() {
    String url = enable();
    OutboundIssuer before = issuer();
    iam.call(DISABLE);
    assertEquals(before.withEnabled(false), issuer());
    assertEquals(url, enable());
    assertEquals(before, issuer());
  }

  @Test
  void whatIsSoAlreadyIsRefused() {
    assertEquals("FeatureDisabled", iam.error(DISABLE).code());
    assertEquals("FeatureDisabled", iam.error(INFO).code());
    enable();
    assertEquals("FeatureEnabled", iam.error(ENABLE).code());
    iam.call(DISABLE);
    assertEquals("FeatureDisabled", iam.error(DISABLE).code());
    assertEquals("FeatureDisabled", iam.error(INFO).code());
  }

  @Test
  void eachNeedsItsOwnPermissionAndNoResource() {
    assertEquals(
        List.of("iam:EnableOutboundWebIdentityFederation *"),
        iam.requires(ENABLE).stream().map(r -> r.action() + " " + r.resource()).toList());
    assertEquals(
        List.of("iam:DisableOutboundWebIdentityFederation *"),
        iam.requires(DISABLE).stream().map(r -> r.action() + " " + r.resource()).toList());
    assertEquals(
        List.of("iam:GetOutboundWebIdentityFederationInfo *"),
        iam.requires(INFO).stream().map(r -> r.action() + " " + r.resource()).toList());
  }

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ServiceError::line,
        OutboundErrors.class,
        "outbound-errors.golden",
        List.of(OutboundErrors.alreadyEnabled(), OutboundErrors.disabled()));
  }
}
