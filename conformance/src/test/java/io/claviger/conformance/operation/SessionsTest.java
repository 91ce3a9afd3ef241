package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.InvalidAuthorizationMessageException;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;
import software.amazon.awssdk.services.sts.model.Tag;

/// STS.
class SessionsTest implements OperationFamily {

  /// Too many for a session.
  static final List<Tag> MANY_TAGS =
      IntStream.range(0, 50)
          .mapToObj(i -> Tag.builder().key("Key" + i).value(Given.random(i)).build())
          .toList();

  @Test
  @Success({"AssumeRole", "GetCallerIdentity"})
  void roleIsAssumed(Tenant t) {
    Given.role(t, "app");
    AssumeRoleResponse assumed =
        ann(t).assumeRole(in -> in.roleArn(t.arn("role/app")).roleSessionName("work"));
    String arn = "arn:aws:sts::" + t.account() + ":assumed-role/app/work";
    assertEquals(arn, assumed.assumedRoleUser().arn());
    assertTrue(assumed.credentials().accessKeyId().startsWith("ASIA"));
    var identity = t.sts(Tenant.credentials(assumed.credentials())).getCallerIdentity();
    assertEquals(arn, identity.arn());
    assertEquals(t.account(), identity.account());
    assertEquals(assumed.assumedRoleUser().assumedRoleId(), identity.userId());
  }

  @Test
  @Success("GetSessionToken")
  void userGetsASession(Tenant t) {
    var session = ann(t).getSessionToken().credentials();
    assertEquals(t.arn("user/ann"), t.sts(Tenant.credentials(session)).getCallerIdentity().arn());
  }

  @Test
  @Success("GetFederationToken")
  void userIsFederated(Tenant t) {
    GetFederationTokenResponse made =
        ann(t).getFederationToken(in -> in.name("fay").policy(Given.DOCUMENT));
    String arn = "arn:aws:sts::" + t.account() + ":federated-user/fay";
    assertEquals(arn, made.federatedUser().arn());
    assertEquals(arn, t.sts(Tenant.credentials(made.credentials())).getCallerIdentity().arn());
  }

  @Test
  @Success("GetAccessKeyInfo")
  void accountOfAKeyIsTold(Tenant t) {
    assertEquals(
        t.account(), t.sts().getAccessKeyInfo(in -> in.accessKeyId(t.rootKeyId())).account());
  }

  @Test
  @Success("DecodeAuthorizationMessage")
  void messageOfADenialIsDecoded(Tenant t) {
    String message = t.encodedDenial();
    assertTrue(
        t.sts()
            .decodeAuthorizationMessage(in -> in.encodedMessage(message))
            .decodedMessage()
            .contains("ec2:StopInstances"));
  }

  @Test
  @Success("GetSessionToken")
  void sessionWithoutMfaMayNotUseIam(Tenant t) {
    AwsCredentials session = Tenant.credentials(ann(t).getSessionToken().credentials());
    assertThrows(IamException.class, () -> t.iam(session).listUsers());
  }

  /// A user that may do everything.
  private static StsClient ann(Tenant t) {
    Given.user(t, "ann");
    t.iam()
        .attachUserPolicy(
            in -> in.userName("ann").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
    return t.sts(Tenant.credentials(Given.accessKey(t, "ann")));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.of(
            "AssumeRole",
            MalformedPolicyDocumentException.class,
            t -> {
              Given.role(t, "app");
              ann(t)
                  .assumeRole(
                      in -> in.roleArn(t.arn("role/app")).roleSessionName("work").policy("[]"));
            }),
        Refusal.of(
            "AssumeRole",
            PackedPolicyTooLargeException.class,
            t -> {
              Given.role(t, "app");
              ann(t)
                  .assumeRole(
                      in -> in.roleArn(t.arn("role/app")).roleSessionName("work").tags(MANY_TAGS));
            }),
        Refusal.of(
            "GetFederationToken",
            MalformedPolicyDocumentException.class,
            t -> ann(t).getFederationToken(in -> in.name("fay").policy("[]"))),
        Refusal.of(
            "GetFederationToken",
            PackedPolicyTooLargeException.class,
            t -> ann(t).getFederationToken(in -> in.name("fay").tags(MANY_TAGS))),
        Refusal.of(
            "DecodeAuthorizationMessage",
            InvalidAuthorizationMessageException.class,
            t -> t.sts().decodeAuthorizationMessage(in -> in.encodedMessage("x"))));
  }
}
