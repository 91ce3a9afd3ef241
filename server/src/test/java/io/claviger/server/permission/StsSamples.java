package io.claviger.server.permission;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/// Temporary credentials. The role trusts its account, so a caller of that account needs to be
/// allowed by its own policies.
final class StsSamples {

  private static final String APP = "role/team/app";
  private static final String TASK =
      "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials";
  private static final Tag TAG = Tag.builder().key("Cost").value("7").build();

  private StsSamples() {}

  static List<Sample> roles() {
    return List.of(
        assuming(_ -> {}),
        assuming(in -> in.tags(TAG)).and("sts:TagSession " + APP),
        assuming(in -> in.sourceIdentity("carol")).and("sts:SetSourceIdentity " + APP),
        assuming(in -> in.tags(TAG).sourceIdentity("carol"))
            .and("sts:TagSession " + APP)
            .and("sts:SetSourceIdentity " + APP));
  }

  private static Sample assuming(Consumer<AssumeRoleRequest.Builder> more) {
    return Sample.of(
            "sts:AssumeRole " + APP,
            by ->
                by.sts()
                    .assumeRole(
                        in -> in.roleArn(by.arn(APP)).roleSessionName("work").applyMutation(more)))
        .given(Given::app);
  }

  /// Whoever may is refused all the same, without a reason: the account is in no organization.
  static List<Sample> rootSessions() {
    return List.of(
        Sample.of(
            "sts:AssumeRoot root",
            by ->
                Expected.refusal(
                    "AccessDenied",
                    by.arn("root"),
                    () ->
                        by.sts()
                            .assumeRoot(in ->
                                in.targetPrincipal(by.account().digits())
                                    .taskPolicyArn(task -> task.arn(TASK))))));
  }

  static List<Sample> federation() {
    return List.of(
        Sample.of(
            "sts:GetFederationToken federated-user/fay",
            by -> by.sts().getFederationToken(in -> in.name("fay"))),
        Sample.of(
                "sts:GetFederationToken federated-user/fay",
                by -> by.sts().getFederationToken(in -> in.name("fay").tags(TAG)))
            .and("sts:TagSession federated-user/fay"));
  }

  static List<Sample> identityTokens() {
    return List.of(
        gettingToken(_ -> {}),
        gettingToken(in -> in.tags(TAG)).and("sts:TagGetWebIdentityToken self"));
  }

  private static Sample gettingToken(Consumer<GetWebIdentityTokenRequest.Builder> more) {
    return Sample.of(
            "sts:GetWebIdentityToken self",
            by ->
                by.sts()
                    .getWebIdentityToken(
                        in -> in.audience("app").signingAlgorithm("ES384").applyMutation(more)))
        .given(Given::outboundFederation);
  }

  static List<Sample> lookups() {
    return List.of(
        Sample.of(
            "sts:GetAccessKeyInfo *",
            by -> by.sts().getAccessKeyInfo(in -> in.accessKeyId(by.accessKeyId()))),
        Sample.of(
            "sts:DecodeAuthorizationMessage *",
            root -> root.premises().encodedDenial(root.account()),
            (message, by) ->
                by.sts().decodeAuthorizationMessage(in -> in.encodedMessage(message))));
  }

  /// AWS rule: STS API Reference, "GetCallerIdentity": "No permissions are required"; IAM User
  /// Guide, "Permissions for GetSessionToken": the same, since its purpose is to authenticate.
  static List<Sample> free() {
    return List.of(
        Sample.free("GetCallerIdentity", by -> by.sts().getCallerIdentity()),
        Sample.free("GetSessionToken", by -> by.sts().getSessionToken()));
  }
}
