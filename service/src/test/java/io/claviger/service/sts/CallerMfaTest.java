package io.claviger.service.sts;

import static io.claviger.service.sts.StsFixture.SEED;
import static io.claviger.service.sts.StsFixture.SERIAL;
import static io.claviger.service.sts.StsFixture.WORKER;
import static io.claviger.service.sts.StsFixture.assume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.claviger.access.Session;
import io.claviger.account.Change;
import io.claviger.account.MfaDevice;
import io.claviger.account.SecretName;
import io.claviger.account.Tags;
import io.claviger.base.SecretText;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.RequestContext.Value.Single;
import io.claviger.service.InMemoryIam;
import io.claviger.testkit.TotpCodes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

class CallerMfaTest {

  private final StsFixture sts = new StsFixture();

  private String code() {
    return TotpCodes.at(SEED, sts.iam.now());
  }

  private GetSessionTokenRequest sessionToken(String serial, String code) {
    return GetSessionTokenRequest.builder().serialNumber(serial).tokenCode(code).build();
  }

  @Test
  void mfaCountsForTheVeryCallOfAssumeRole() {
    RequestContext context =
        sts.bob()
            .requires(assume(WORKER).serialNumber(SERIAL).tokenCode(code()).build())
            .getFirst()
            .context();
    assertEquals(new Single("true"), context.get("aws:MultiFactorAuthPresent"));
    assertEquals(new Single("0"), context.get("aws:MultiFactorAuthAge"));
  }

  @Test
  void withoutMfaTheOperationSaysNothingOfIt() {
    RequestContext context = sts.bob().requires(assume(WORKER).build()).getFirst().context();
    assertNull(context.get("aws:MultiFactorAuthPresent"));
  }

  @Test
  void roleSessionDoesNotRememberMfa() {
    Session session = sts.session(assume(WORKER).serialNumber(SERIAL).tokenCode(code()));
    assertFalse(session.hasMfa());
  }

  @Test
  void sessionTokenRemembersWhenMfaWasShown() {
    GetSessionTokenResponse answer =
        sts.bob().call(sessionToken(SERIAL, code()), GetSessionTokenResponse.class);
    assertEquals(InMemoryIam.START, sts.session(answer.credentials()).mfaAuthenticatedAt());
  }

  @Test
  void codeIsGoodOnce() {
    String code = code();
    sts.bob().call(sessionToken(SERIAL, code));
    assertEquals(
        "MultiFactorAuthentication failed with invalid MFA one time pass code.",
        sts.bob().error(sessionToken(SERIAL, code)).message());
    assertEquals(
        "AccessDenied",
        sts.bob().error(assume(WORKER).serialNumber(SERIAL).tokenCode(code).build()).code());
    sts.iam.advance(Duration.ofSeconds(30));
    sts.bob().call(sessionToken(SERIAL, code()));
  }

  @Test
  void wrongCodeIsRefused() {
    String wrong = code().equals("000000") ? "000001" : "000000";
    assertEquals(StsErrors.wrongMfaCode().message(), error(SERIAL, wrong));
  }

  @Test
  void serialAndCodeGoTogether() {
    assertEquals(StsErrors.mfaIncomplete().message(), error(SERIAL, null));
    assertEquals(StsErrors.mfaIncomplete().message(), error(null, code()));
  }

  @Test
  void anotherUsersDeviceIsNotTheCallers() {
    MfaDevice carols = new MfaDevice("/", "carol", sts.iam.now(), Tags.NONE, "AIDACAROL", null);
    sts.iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(carols)
            .andSecret(new SecretName(SecretName.Kind.MFA_SEED, "/carol"), SecretText.of(SEED)));
    assertEquals(
        StsErrors.mfaDeviceNotTheCallers().message(),
        error("arn:aws:iam::111122223333:mfa/carol", code()));
  }

  @Test
  void sessionOfARoleHasNoDevice() {
    Session first = sts.session(assume(WORKER));
    assertEquals(
        StsErrors.mfaDeviceNotTheCallers().message(),
        sts.as(first)
            .error(assume(WORKER).serialNumber(SERIAL).tokenCode(code()).build())
            .message());
  }

  @Test
  void rootHasADeviceToo() {
    String account = InMemoryIam.ACCOUNT.digits();
    MfaDevice roots =
        new MfaDevice("/", "root-account-mfa-device", sts.iam.now(), Tags.NONE, account, null);
    sts.iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(roots)
            .andSecret(
                new SecretName(SecretName.Kind.MFA_SEED, "/root-account-mfa-device"),
                SecretText.of(SEED)));
    String serial = "arn:aws:iam::111122223333:mfa/root-account-mfa-device";
    GetSessionTokenResponse answer =
        sts.iam.call(sessionToken(serial, code()), GetSessionTokenResponse.class);
    assertEquals(sts.iam.now(), sts.session(answer.credentials()).mfaAuthenticatedAt());
  }

  private String error(@Nullable String serial, @Nullable String code) {
    return sts.bob()
        .error(GetSessionTokenRequest.builder().serialNumber(serial).tokenCode(code).build())
        .message();
  }
}
