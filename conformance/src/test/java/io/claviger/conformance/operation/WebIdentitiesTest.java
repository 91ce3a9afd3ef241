package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.testkit.LoopbackIssuer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.IdpCommunicationErrorException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;

/// Roles that are assumed with tokens of an issuer on this machine.
class WebIdentitiesTest implements OperationFamily {

  private static final String ROLE = "role/web";

  @Test
  @Success("AssumeRoleWithWebIdentity")
  void tokenBuysASession(Tenant t) {
    try (LoopbackIssuer idp = trusted(t)) {
      AssumeRoleWithWebIdentityResponse made = assume(t, idp, 300, "", _ -> {});
      String arn = "arn:aws:sts::" + t.account() + ":assumed-role/web/work";
      assertEquals(arn, made.assumedRoleUser().arn());
      assertEquals("ann", made.subjectFromWebIdentityToken());
      assertEquals("app", made.audience());
      assertEquals(provider(t, idp), made.provider());
      assertEquals(arn, t.sts(Tenant.credentials(made.credentials())).getCallerIdentity().arn());
    }
  }

  /// An issuer that the account knows, and a role that trusts it.
  private static LoopbackIssuer trusted(Tenant t) {
    LoopbackIssuer idp = new LoopbackIssuer(Premises.IDENTITY_PROVIDER);
    t.iam()
        .createOpenIDConnectProvider(in ->
            in.url(idp.issuer().url())
                .clientIDList("app")
                .thumbprintList(idp.certificate().thumbprint()));
    String trust =
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"%s"},\
        "Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"]}}\
        """
            .formatted(provider(t, idp));
    t.iam().createRole(in -> in.roleName("web").assumeRolePolicyDocument(trust));
    return idp;
  }

  private static String provider(Tenant t, LoopbackIssuer idp) {
    return t.arn("oidc-provider/" + idp.issuer().url().substring("https://".length()));
  }

  /// @param seconds until the token ends
  /// @param claims further ones, each with a comma before it
  private static AssumeRoleWithWebIdentityResponse assume(
      Tenant t,
      LoopbackIssuer idp,
      int seconds,
      String claims,
      Consumer<AssumeRoleWithWebIdentityRequest.Builder> more) {
    long now = t.now().getEpochSecond();
    String token =
        idp.issuer()
            .token(
                "{\"iss\":\"%s\",\"sub\":\"ann\",\"aud\":\"app\",\"iat\":%d,\"exp\":%d%s}"
                    .formatted(idp.issuer().url(), now, now + seconds, claims));
    return t.sts(AnonymousCredentialsProvider.create().resolveCredentials())
        .assumeRoleWithWebIdentity(in ->
            in.roleArn(t.arn(ROLE))
                .roleSessionName("work")
                .webIdentityToken(token)
                .applyMutation(more));
  }

  private static String manyTags() {
    String tags =
        IntStream.range(0, 50)
            .mapToObj(i -> "\"Key%d\":[\"%s\"]".formatted(i, Given.random(i)))
            .collect(Collectors.joining(","));
    return ",\"https://aws.amazon.com/tags\":{\"principal_tags\":{" + tags + "}}";
  }

  private static Refusal refusal(
      Class<? extends software.amazon.awssdk.services.sts.model.StsException> type,
      Consumer<Attempt> attempt) {
    return Refusal.of(
        "AssumeRoleWithWebIdentity",
        type,
        t -> {
          try (LoopbackIssuer idp = trusted(t)) {
            attempt.accept(new Attempt(t, idp));
          }
        });
  }

  private record Attempt(Tenant tenant, LoopbackIssuer idp) {

    void with(int seconds, String claims, Consumer<AssumeRoleWithWebIdentityRequest.Builder> more) {
      assume(tenant, idp, seconds, claims, more);
    }
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        refusal(InvalidIdentityTokenException.class, by -> by.with(300, ",\"azp\":\"x\"", _ -> {})),
        refusal(ExpiredTokenException.class, by -> by.with(-1, "", _ -> {})),
        refusal(
            IdpCommunicationErrorException.class,
            by -> {
              by.idp().close();
              by.with(300, "", _ -> {});
            }),
        refusal(
            MalformedPolicyDocumentException.class, by -> by.with(300, "", in -> in.policy("{}"))),
        refusal(PackedPolicyTooLargeException.class, by -> by.with(300, manyTags(), _ -> {})));
  }
}
