package io.claviger.service.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Authorization;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.service.InMemoryIam;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageResponse;

class DecodeAuthorizationMessageTest {

  private final StsFixture sts = new StsFixture();

  private String message() {
    Requester bob =
        new Requester.IamUser(
            InMemoryIam.ACCOUNT, Arn.parse("arn:aws:iam::111122223333:user/bob"), "AIDABOB");
    AccessRequest request =
        new AccessRequest(
            "ec2:RunInstances", "*", InMemoryIam.ACCOUNT, RequestContext.EMPTY.with("a:b", "c"));
    return sts.iam.encoded(
        new Authorization(
            new Decision.ImplicitlyDenied(Layer.IDENTITY), request, AppliedPolicies.of(bob)));
  }

  private static DecodeAuthorizationMessageRequest decode(String message) {
    return DecodeAuthorizationMessageRequest.builder().encodedMessage(message).build();
  }

  @Test
  void messageOfTheAccountIsDecoded() {
    String decoded =
        sts.iam.call(decode(message()), DecodeAuthorizationMessageResponse.class).decodedMessage();
    assertTrue(decoded.contains("\"ec2:RunInstances\""), decoded);
    assertTrue(decoded.contains("\"explicitDeny\":false"), decoded);
  }

  @Test
  void messageOfAnotherAccountIsNotValid() {
    InMemoryIam other = sts.iam.as(InMemoryIam.root(StsFixture.OTHER));
    var error = other.error(decode(message()));
    assertEquals("InvalidAuthorizationMessageException", error.code());
    assertEquals("Message is not valid", error.message());
  }

  @Test
  void changedMessageIsNotValid() {
    String message = message();
    char last = message.charAt(20) == 'A' ? 'B' : 'A';
    String changed = message.substring(0, 20) + last + message.substring(21);
    assertEquals("Message is not valid", sts.iam.error(decode(changed)).message());
    assertEquals("Message is not valid", sts.iam.error(decode("hello\nworld")).message());
  }
}
