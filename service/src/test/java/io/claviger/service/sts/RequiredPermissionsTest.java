package io.claviger.service.sts;

import static io.claviger.service.sts.EnforcedSts.HOME;
import static io.claviger.service.sts.EnforcedSts.allow;
import static io.claviger.service.sts.EnforcedSts.document;
import static io.claviger.service.sts.EnforcedSts.trust;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/// Every operation of STS and of the simulator, with all permissions it requires and without each
/// of them.
class RequiredPermissionsTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/R";
  private static final Tag TAG = Tag.builder().key("a").value("b").build();
  private static final String KEY = "AKIAIOSFODNN7EXAMPLE";

  private final EnforcedSts enforced = new EnforcedSts();

  static Stream<Arguments> table() {
    String policy = document(allow("s3:*"));
    return Stream.of(
        row(StsFixture.assume(ROLE).build(), "sts:AssumeRole"),
        row(
            StsFixture.assume(ROLE).tags(TAG).sourceIdentity("ann").build(),
            "sts:AssumeRole",
            "sts:TagSession",
            "sts:SetSourceIdentity"),
        row(GetFederationTokenRequest.builder().name("guest").build(), "sts:GetFederationToken"),
        row(
            GetFederationTokenRequest.builder().name("guest").tags(TAG).build(),
            "sts:GetFederationToken",
            "sts:TagSession"),
        row(GetAccessKeyInfoRequest.builder().accessKeyId(KEY).build(), "sts:GetAccessKeyInfo"),
        row(
            DecodeAuthorizationMessageRequest.builder().encodedMessage("x").build(),
            "sts:DecodeAuthorizationMessage"),
        row(
            SimulateCustomPolicyRequest.builder()
                .policyInputList(policy)
                .actionNames("s3:GetObject")
                .build(),
            "iam:SimulateCustomPolicy"),
        row(
            SimulatePrincipalPolicyRequest.builder()
                .policySourceArn(ROLE)
                .actionNames("s3:GetObject")
                .build(),
            "iam:SimulatePrincipalPolicy"),
        row(
            GetContextKeysForCustomPolicyRequest.builder().policyInputList(policy).build(),
            "iam:GetContextKeysForCustomPolicy"),
        row(
            GetContextKeysForPrincipalPolicyRequest.builder().policySourceArn(ROLE).build(),
            "iam:GetContextKeysForPrincipalPolicy"));
  }

  private static Arguments row(AwsRequest request, String... actions) {
    return Arguments.of(request, List.of(actions));
  }

  private void prepareRole() {
    enforced.role(
        enforced.home,
        HOME,
        "R",
        trust("111122223333", "", "sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void Abuse_051_callNeedsEachOfItsPermissionsAndNoMore(AwsRequest request, List<String> actions) {
    prepareRole();
    InMemoryIam ann = enforced.user("ann", document(allow(actions.toArray(String[]::new))));
    assertTrue(isAdmitted(ann, request), "with all of " + actions);
    for (int i = 0; i < actions.size(); i++) {
      List<String> others = new ArrayList<>(List.of("s3:*"));
      others.addAll(actions);
      String missing = others.remove(i + 1);
      InMemoryIam eve = enforced.user("eve" + i, document(allow(others.toArray(String[]::new))));
      ServiceError error = eve.error(request);
      assertEquals("AccessDenied", error.code());
      assertTrue(
          error.message().contains("is not authorized to perform: " + missing + " on resource: "),
          error.message());
    }
  }

  /// The call got past authorization; what came of it does not matter here.
  private static boolean isAdmitted(InMemoryIam caller, AwsRequest request) {
    try {
      caller.call(request);
      return true;
    } catch (ServiceError e) {
      return !e.code().equals("AccessDenied");
    }
  }

  @Test
  void identityAndSessionTokenNeedNoneAndCannotBeDenied() {
    String denyAll = "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}";
    InMemoryIam ann = enforced.user("ann", document(denyAll));
    ann.call(GetCallerIdentityRequest.builder().build());
    ann.call(GetSessionTokenRequest.builder().build());
    assertEquals(
        "AccessDenied",
        ann.error(GetAccessKeyInfoRequest.builder().accessKeyId(KEY).build()).code());
  }
}
