package io.claviger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.wire.ServiceError;
import org.junit.jupiter.api.Test;

class AccessErrorsTest {

  /// As users quote AWS.
  @Test
  void denialThatNoPolicyStatesIsWordedAsThoseThatOneDoes() {
    assertEquals(
        "403 AccessDenied: User: arn:aws:iam::111122223333:user/bob is not authorized to perform:"
            + " sts:AssumeRole on resource: arn:aws:iam::444455556666:role/R",
        AccessErrors.notAuthorized(
                "arn:aws:iam::111122223333:user/bob",
                "sts:AssumeRole",
                "arn:aws:iam::444455556666:role/R")
            .line());
  }

  @Test
  void denialIsAccessDeniedWithStatus403() {
    Requester bob = new Requester.IamUser(Samples.ACCOUNT, Samples.USER_ARN, Samples.USER_ID);
    AccessRequest request =
        new AccessRequest("iam:ListUsers", "*", Samples.ACCOUNT, RequestContext.EMPTY);
    ServiceError error =
        AccessErrors.accessDenied(
            new Authorization(
                new Decision.ImplicitlyDenied(Layer.IDENTITY), request, AppliedPolicies.of(bob)));

    assertEquals("AccessDenied", error.code());
    assertEquals(403, error.status());
    assertEquals(
        "User: arn:aws:iam::111122223333:user/bob is not authorized to perform: iam:ListUsers on"
            + " resource: * because no identity-based policy allows the iam:ListUsers action",
        error.message());
  }
}
