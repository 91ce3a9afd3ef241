package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.FeatureDisabledException;
import software.amazon.awssdk.services.iam.model.FeatureEnabledException;
import software.amazon.awssdk.services.iam.model.GetOutboundWebIdentityFederationInfoResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;
import software.amazon.awssdk.services.sts.model.JwtPayloadSizeExceededException;
import software.amazon.awssdk.services.sts.model.OutboundWebIdentityFederationDisabledException;
import software.amazon.awssdk.services.sts.model.SessionDurationEscalationException;
import software.amazon.awssdk.services.sts.model.Tag;

/// Tokens that the account itself issues.
class OutboundFederationTest implements OperationFamily {

  @Test
  @Success({
    "EnableOutboundWebIdentityFederation",
    "GetOutboundWebIdentityFederationInfo",
    "DisableOutboundWebIdentityFederation"
  })
  void issuerIsSwitchedOnAndOff(Tenant t) {
    String issuer = enable(t);
    GetOutboundWebIdentityFederationInfoResponse info = info(t);
    assertEquals(issuer, info.issuerIdentifier());
    assertTrue(info.jwtVendingEnabled());
    disable(t);
    assertEquals(issuer, enable(t));
  }

  @Test
  @Success("GetWebIdentityToken")
  void callerGetsAToken(Tenant t) {
    enable(t);
    GetWebIdentityTokenResponse made = token(t.sts(), in -> in.tags(tag(0)).durationSeconds(60));
    assertEquals(3, made.webIdentityToken().split("\\.").length);
    assertTrue(made.expiration().isBefore(t.now().plusSeconds(61)));
  }

  private static String enable(Tenant t) {
    return t.iam().enableOutboundWebIdentityFederation(_ -> {}).issuerIdentifier();
  }

  private static void disable(Tenant t) {
    t.iam().disableOutboundWebIdentityFederation(_ -> {});
  }

  private static GetOutboundWebIdentityFederationInfoResponse info(Tenant t) {
    return t.iam().getOutboundWebIdentityFederationInfo(_ -> {});
  }

  private static Tag tag(int number) {
    return Tag.builder().key("Key" + number).value("x".repeat(256)).build();
  }

  private static GetWebIdentityTokenResponse token(
      StsClient client, Consumer<GetWebIdentityTokenRequest.Builder> more) {
    return client.getWebIdentityToken(
        in -> in.audience("app").signingAlgorithm("ES384").applyMutation(more));
  }

  /// A session of a role that may have tokens, of a quarter of an hour.
  private static StsClient session(Tenant t) {
    Given.user(t, "ann");
    Given.role(t, "app");
    t.iam()
        .putUserPolicy(in ->
            in.userName("ann").policyName("p").policyDocument(Given.allowing("sts:AssumeRole")));
    t.iam()
        .putRolePolicy(
            in -> in.roleName("app").policyName("p").policyDocument(Given.allowing("sts:*")));
    StsClient ann = t.sts(Tenant.credentials(Given.accessKey(t, "ann")));
    return t.sts(
        Tenant.credentials(
            ann.assumeRole(in ->
                    in.roleArn(t.arn("role/app")).roleSessionName("work").durationSeconds(900))
                .credentials()));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.of(
            "EnableOutboundWebIdentityFederation",
            FeatureEnabledException.class,
            t -> {
              enable(t);
              enable(t);
            }),
        Refusal.of(
            "DisableOutboundWebIdentityFederation",
            FeatureDisabledException.class,
            OutboundFederationTest::disable),
        Refusal.of(
            "GetOutboundWebIdentityFederationInfo",
            FeatureDisabledException.class,
            OutboundFederationTest::info),
        Refusal.of(
            "GetWebIdentityToken",
            OutboundWebIdentityFederationDisabledException.class,
            t -> token(t.sts(), _ -> {})),
        Refusal.of(
            "GetWebIdentityToken",
            SessionDurationEscalationException.class,
            t -> {
              enable(t);
              token(session(t), in -> in.durationSeconds(3_600));
            }),
        Refusal.of(
            "GetWebIdentityToken",
            JwtPayloadSizeExceededException.class,
            t -> {
              enable(t);
              token(
                  t.sts(),
                  in ->
                      in.audience("y".repeat(1_000), "z".repeat(1_000))
                          .tags(
                              IntStream.range(0, 50)
                                  .mapToObj(OutboundFederationTest::tag)
                                  .toList()));
            }));
  }
}
