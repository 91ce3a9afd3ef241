package io.claviger.service.sts;

import static io.claviger.service.sts.EnforcedSts.HOME;
import static io.claviger.service.sts.EnforcedSts.allow;
import static io.claviger.service.sts.EnforcedSts.document;
import static io.claviger.service.sts.EnforcedSts.trust;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Session;
import io.claviger.account.Change;
import io.claviger.service.InMemoryIam;
import io.claviger.testkit.TotpCodes;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/// What temporary credentials can be turned into.
class RestrictedSessionsTest {

  private static final GetSessionTokenRequest SESSION = GetSessionTokenRequest.builder().build();
  private static final GetFederationTokenRequest FEDERATION =
      GetFederationTokenRequest.builder().name("guest").build();

  private final EnforcedSts enforced = new EnforcedSts();
  private InMemoryIam ann = enforced.home;
  private String admin = "";
  private String next = "";

  @BeforeEach
  void fill() {
    ann = enforced.user("ann", document(allow("*")));
    enforced.user("eve");
    admin =
        enforced.role(enforced.home, HOME, "Admin", trust("111122223333", "", "sts:AssumeRole"));
    enforced.permit(enforced.home, "Admin", allow("*"));
    next =
        enforced.role(enforced.home, HOME, "Second", trust("111122223333", "", "sts:AssumeRole"));
  }

  private InMemoryIam role(List<String> sessionPolicy) {
    String policy = document(allow(sessionPolicy.toArray(String[]::new)));
    return enforced
        .sts
        .as(enforced.sts.opened(ann, StsFixture.assume(admin).policy(policy)))
        .enforcing();
  }

  private InMemoryIam federated(InMemoryIam user, String policy) {
    var request = FEDERATION.toBuilder().policy(policy).build();
    GetFederationTokenResponse answer = user.call(request, GetFederationTokenResponse.class);
    return enforced.sts.as(enforced.sts.session(answer.credentials())).enforcing();
  }

  private Session sessionToken(GetSessionTokenRequest request) {
    return enforced.sts.session(ann.call(request, GetSessionTokenResponse.class).credentials());
  }

  private static boolean isRefused(InMemoryIam caller, AwsRequest request) {
    try {
      caller.call(request);
      return false;
    } catch (ServiceError e) {
      assertTrue(
          List.of("AccessDenied", "InvalidClientTokenId").contains(e.code()),
          () -> e.code() + ": " + e.message());
      return true;
    }
  }

  /// Actions that make credentials, each with a call that needs it; long-term credentials only for
  /// those of the last two.
  private Map<String, AwsRequest> minting() {
    Map<String, AwsRequest> calls = new LinkedHashMap<>();
    calls.put("iam:CreateAccessKey", CreateAccessKeyRequest.builder().userName("eve").build());
    calls.put("sts:AssumeRole", StsFixture.assume(next).build());
    calls.put("sts:GetFederationToken", FEDERATION);
    calls.put("sts:GetSessionToken", SESSION);
    return calls;
  }

  @ParameterizedTest
  @ValueSource(longs = {49, 4949, 494949})
  void Abuse_049_restrictedSessionMintsOnlyWhatItsPolicyAllows(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      Map<String, AwsRequest> minting = minting();
      List<String> allowed = some(List.copyOf(minting.keySet()), "s3:*", random);
      InMemoryIam session = role(allowed);
      minting.forEach((action, request) -> {
        boolean isLongTermOnly = action.startsWith("sts:Get");
        assertEquals(
            isLongTermOnly || !allowed.contains(action),
            isRefused(session, request),
            () -> "seed " + seed + ": " + action + " with " + allowed);
      });
      enforced
          .home
          .account()
          .accessKeysOf("AIDAEVE")
          .forEach(key -> enforced.home.change(HOME, Change.remove(key.key())));
    }
  }

  /// A federated user may do what the user's policies and the session policy both allow.
  @ParameterizedTest
  @ValueSource(longs = {49, 4949, 494949})
  void Abuse_049_federationTokenIsNoBroaderThanItsMaker(long seed) {
    Random random = new Random(seed);
    List<String> actions = List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject");
    for (int round = 0; round < 20; round++) {
      List<String> user = some(actions, "sts:GetFederationToken", random);
      List<String> policy = some(actions, "ec2:*", random);
      InMemoryIam maker = enforced.user("u" + round, document(allow(user.toArray(String[]::new))));
      InMemoryIam guest = federated(maker, document(allow(policy.toArray(String[]::new))));
      for (String action : actions) {
        assertEquals(
            user.contains(action) && policy.contains(action),
            guest.may(action, "arn:aws:s3:::box/key"),
            () -> "seed " + seed + ": " + action + " with " + user + " and " + policy);
      }
    }
  }

  @Test
  void Abuse_049_federatedUserGetsNoOtherCredentials() {
    InMemoryIam guest = federated(ann, document(allow("*")));
    minting().values().forEach(request -> assertTrue(isRefused(guest, request)));
    assertFalse(isRefused(guest, GetCallerIdentityRequest.builder().build()));
  }

  private static List<String> some(List<String> actions, String always, Random random) {
    return Stream.concat(Stream.of(always), actions.stream().filter(_ -> random.nextBoolean()))
        .toList();
  }

  @Test
  void Abuse_049_chainKeepsTheNextRolesRightsOnly() {
    InMemoryIam chained =
        enforced
            .sts
            .as(enforced.sts.opened(role(List.of("sts:AssumeRole")), StsFixture.assume(next)))
            .enforcing();
    assertTrue(isRefused(chained, ListUsersRequest.builder().build()));
    enforced.permit(enforced.home, "Second", allow("iam:ListUsers"));
    assertFalse(isRefused(chained, ListUsersRequest.builder().build()));
  }

  @Test
  void Abuse_068_sessionWithoutMfaDoesNotGetIntoIam() {
    InMemoryIam session = enforced.sts.as(sessionToken(SESSION)).enforcing();
    for (AwsRequest request :
        List.of(
            ListUsersRequest.builder().build(),
            GetUserRequest.builder().build(),
            CreateAccessKeyRequest.builder().build())) {
      ServiceError error = session.error(request);
      assertEquals("InvalidClientTokenId", error.code());
      assertEquals("The security token included in the request is invalid", error.message());
      assertEquals(403, error.status());
    }
    ann.call(ListUsersRequest.builder().build());
  }

  @Test
  void Abuse_068_sessionWithMfaDoes() {
    InMemoryIam session = enforced.sts.as(sessionToken(mfa())).enforcing();
    session.call(ListUsersRequest.builder().build());
  }

  @Test
  void Abuse_068_sessionOfAUserGetsNoFurtherInStsThanRolesAndItsName() {
    for (GetSessionTokenRequest request : List.of(SESSION, mfa())) {
      InMemoryIam session = enforced.sts.as(sessionToken(request)).enforcing();
      for (AwsRequest refused :
          List.of(
              SESSION,
              FEDERATION,
              GetAccessKeyInfoRequest.builder().accessKeyId("AKIAIOSFODNN7EXAMPLE").build(),
              DecodeAuthorizationMessageRequest.builder().encodedMessage("x").build())) {
        assertEquals("AccessDenied", session.error(refused).code());
        assertEquals(403, session.error(refused).status());
      }
      session.call(StsFixture.assume(next).build());
      session.call(GetCallerIdentityRequest.builder().build());
      enforced.home.advance(Duration.ofSeconds(30));
    }
  }

  private GetSessionTokenRequest mfa() {
    return GetSessionTokenRequest.builder()
        .serialNumber("arn:aws:iam::111122223333:mfa/ann")
        .tokenCode(TotpCodes.at(EnforcedSts.SEED, enforced.home.now()))
        .build();
  }
}
