package io.claviger.service.sts;

import static io.claviger.service.sts.StsFixture.WORKER;
import static io.claviger.service.sts.StsFixture.assume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AccessKey;
import io.claviger.account.Change;
import io.claviger.account.Ids;
import io.claviger.base.AccountId;
import io.claviger.service.InMemoryIam;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;

/// `GetCallerIdentity` and `GetAccessKeyInfo`.
class IdentityLookupsTest {

  private final StsFixture sts = new StsFixture();

  private static List<String> whoAmI(InMemoryIam caller) {
    var request = GetCallerIdentityRequest.builder().build();
    assertTrue(caller.requires(request).isEmpty());
    var answer = caller.call(request, GetCallerIdentityResponse.class);
    return List.of(answer.userId(), answer.arn(), answer.account());
  }

  private static GetAccessKeyInfoRequest info(String keyId) {
    return GetAccessKeyInfoRequest.builder().accessKeyId(keyId).build();
  }

  private String accountOf(String keyId) {
    return sts.iam.call(info(keyId), GetAccessKeyInfoResponse.class).account();
  }

  @Test
  void everyKindOfCallerLearnsItsNames() {
    assertEquals(
        List.of("111122223333", "arn:aws:iam::111122223333:root", "111122223333"), whoAmI(sts.iam));
    assertEquals(
        List.of("AIDABOB", "arn:aws:iam::111122223333:user/bob", "111122223333"),
        whoAmI(sts.bob()));
    assertEquals(
        List.of(
            "AROAWORKER:work",
            "arn:aws:sts::111122223333:assumed-role/Worker/work",
            "111122223333"),
        whoAmI(sts.as(sts.session(assume(WORKER)))));
  }

  @Test
  void federatedUserLearnsItsNames() {
    var request = GetFederationTokenRequest.builder().name("guest").build();
    var answer = sts.bob().call(request, GetFederationTokenResponse.class);
    assertEquals(
        List.of(
            "111122223333:guest", "arn:aws:sts::111122223333:federated-user/guest", "111122223333"),
        whoAmI(sts.as(sts.session(answer.credentials()))));
  }

  @Test
  void keyIdTellsItsAccountWhetherTheKeyExistsOrNot() {
    Ids ids = new Ids(new Random(1));
    assertEquals("444455556666", accountOf(ids.accessKeyId(Ids.Prefix.ASIA, StsFixture.OTHER)));
    assertEquals("sts:GetAccessKeyInfo", sts.iam.requires(info("AKIAX")).getFirst().action());
  }

  @Test
  void keyIdFromOutsideIsFoundByItsKey() {
    sts.iam.change(
        StsFixture.OTHER,
        Change.put(new AccessKey("AKIAIOSFODNN7EXAMPLE", "444455556666", true, sts.iam.now())));
    assertEquals("444455556666", accountOf("AKIAIOSFODNN7EXAMPLE"));
  }

  @Test
  void keyIdOfNobodyIsAnError() {
    String foreign =
        new Ids(new Random(1)).accessKeyId(Ids.Prefix.AKIA, new AccountId("999999999999"));
    for (String keyId : List.of(foreign, "AKIAIOSFODNN7EXAMPLE")) {
      assertEquals(
          "The access key with ID " + keyId + " does not exist.",
          sts.iam.error(info(keyId)).message());
    }
  }
}
