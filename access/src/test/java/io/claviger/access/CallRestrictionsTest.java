package io.claviger.access;

import static io.claviger.access.Samples.ACCOUNT;
import static io.claviger.access.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.wire.ServiceError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallRestrictionsTest {

  private static Caller caller(String kind) {
    Session sessionToken = Samples.bareSession(Session.Kind.SESSION_TOKEN);
    Session role = Samples.bareSession(Session.Kind.ASSUMED_ROLE);
    Session delegated = Samples.bareSession(Session.Kind.DELEGATED);
    Session federation = Samples.bareSession(Session.Kind.FEDERATION);
    return switch (kind) {
      case "user" -> user(null);
      case "user without MFA" -> user(sessionToken);
      case "user with MFA" -> user(sessionToken.withMfa(NOW));
      case "role" ->
          new Caller.RoleSession(ACCOUNT, Samples.ROLE_ID, Samples.ROLE_ARN, "ASIA1", role);
      case "federated" ->
          new Caller.FederatedUser(ACCOUNT, Samples.USER_ID, Samples.USER_ARN, "ASIA1", federation);
      case "delegate" ->
          new Caller.FederatedUser(ACCOUNT, Samples.USER_ID, Samples.USER_ARN, "ASIA1", delegated);
      case "root" -> new Caller.Root(ACCOUNT, "AKIA1", null);
      case "root without MFA" -> new Caller.Root(ACCOUNT, "ASIA1", sessionToken);
      case "root with MFA" -> new Caller.Root(ACCOUNT, "ASIA1", sessionToken.withMfa(NOW));
      case "anonymous" -> new Caller.Anonymous();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Caller user(@org.jspecify.annotations.Nullable Session session) {
    return new Caller.IamUser(ACCOUNT, Samples.USER_ID, Samples.USER_ARN, "A1", session);
  }

  private static String outcome(String caller, String service, String operation) {
    return CallRestrictions.find(caller(caller), service, operation)
        .map(ServiceError::message)
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "user, iam, ListUsers",
    "user, sts, GetSessionToken",
    "user, sts, AssumeRole",
    "user with MFA, iam, ListUsers",
    "user with MFA, sts, AssumeRole",
    "user without MFA, sts, AssumeRole",
    "user without MFA, sts, GetCallerIdentity",
    "user without MFA, s3, ListBuckets",
    "federated, s3, ListBuckets",
    "federated, sts, GetCallerIdentity",
    "role, iam, ListUsers",
    "role, sts, AssumeRole",
    "role, sts, DecodeAuthorizationMessage",
    "root, iam, ListUsers",
    "root, sts, GetSessionToken",
    "root with MFA, iam, ListUsers",
    "delegate, iam, ListUsers",
    "delegate, iam, GetDelegationRequest",
    "delegate, sts, GetCallerIdentity",
    "anonymous, sts, AssumeRoleWithSAML"
  })
  void credentialsMayCallWhatTheyAreFor(String caller, String service, String operation) {
    assertEquals("", outcome(caller, service, operation));
  }

  @ParameterizedTest
  @CsvSource({"user without MFA", "federated", "root without MFA"})
  void Abuse_068_iamDoesNotKnowThem(String caller) {
    for (String operation : new String[] {"ListUsers", "CreateAccessKey", "ChangePassword"}) {
      assertEquals(
          "The security token included in the request is invalid",
          outcome(caller, "iam", operation));
    }
    ServiceError error = CallRestrictions.find(caller(caller), "iam", "GetUser").orElseThrow();
    assertEquals("InvalidClientTokenId", error.code());
    assertEquals(403, error.status());
  }

  @ParameterizedTest
  @CsvSource({
    "user without MFA, GetSessionToken",
    "user without MFA, GetFederationToken",
    "user with MFA, GetSessionToken",
    "user with MFA, GetFederationToken",
    "user with MFA, GetAccessKeyInfo",
    "user with MFA, DecodeAuthorizationMessage",
    "federated, AssumeRole",
    "federated, GetSessionToken",
    "federated, GetFederationToken",
    "federated, DecodeAuthorizationMessage",
    "delegate, AssumeRole",
    "delegate, GetFederationToken",
    "delegate, GetDelegatedAccessToken",
    "role, GetSessionToken",
    "role, GetFederationToken",
    "root with MFA, GetFederationToken"
  })
  void Abuse_068_stsRefusesThem(String caller, String operation) {
    assertEquals(
        "Cannot call " + operation + " with session credentials",
        outcome(caller, "sts", operation));
    ServiceError error = CallRestrictions.find(caller(caller), "sts", operation).orElseThrow();
    assertEquals("AccessDenied", error.code());
    assertEquals(403, error.status());
  }

  @ParameterizedTest
  @CsvSource({
    "AcceptDelegationRequest",
    "AssociateDelegationRequest",
    "CreateDelegationRequest",
    "RejectDelegationRequest",
    "SendDelegationToken",
    "UpdateDelegationRequest"
  })
  void delegateTakesPartInNoDelegation(String operation) {
    assertEquals(
        "Cannot call " + operation + " with delegated credentials",
        outcome("delegate", "iam", operation));
    assertEquals("", outcome("role", "iam", operation));
  }

  @ParameterizedTest
  @CsvSource({"root", "root with MFA", "root without MFA"})
  void rootAssumesNoRole(String caller) {
    assertEquals(
        "Roles may not be assumed by root accounts.", outcome(caller, "sts", "AssumeRole"));
  }
}
