package io.claviger.server.permission;

import io.claviger.testkit.BucketTemplate;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.iam.model.PolicyParameter;
import software.amazon.awssdk.services.iam.model.PolicyParameterTypeEnum;

/// Delegation requests. Root makes them and takes them over, in the one account that is partner and
/// customer at once.
final class DelegationSamples {

  private static final String ANY = " delegation-request/*";

  private DelegationSamples() {}

  private static String created(Actor by) {
    return by.iam()
        .createDelegationRequest(in ->
            in.description("d")
                .permissions(permissions ->
                    permissions
                        .policyTemplateArn(BucketTemplate.ARN)
                        .parameters(
                            PolicyParameter.builder()
                                .name(BucketTemplate.PARAMETER)
                                .type(PolicyParameterTypeEnum.STRING)
                                .values("logs")
                                .build()))
                .requestorWorkflowId(UUID.randomUUID().toString())
                .notificationChannel("arn:aws:sns:eu-central-1:" + by.account() + ":acme")
                .sessionDuration(3_600))
        .delegationRequestId();
  }

  private static String taken(Actor root) {
    String id = created(root);
    root.iam().associateDelegationRequest(in -> in.delegationRequestId(id));
    return id;
  }

  private static String accepted(Actor root) {
    String id = taken(root);
    root.iam().acceptDelegationRequest(in -> in.delegationRequestId(id));
    return id;
  }

  private static String sent(Actor root) {
    String id = accepted(root);
    root.iam().sendDelegationToken(in -> in.delegationRequestId(id));
    return root.premises().tradeInToken();
  }

  static List<Sample> partners() {
    return List.of(
        Sample.of("CreateDelegationRequest" + ANY, by -> created(by)),
        Sample.of(
            "sts:GetDelegatedAccessToken *",
            DelegationSamples::sent,
            (token, by) -> by.sts().getDelegatedAccessToken(in -> in.tradeInToken(token))));
  }

  static List<Sample> customers() {
    return List.of(
        Sample.of("ListDelegationRequests *", by -> by.iam().listDelegationRequests(in -> {})),
        Sample.of(
            "GetDelegationRequest" + ANY,
            DelegationSamples::taken,
            (id, by) -> by.iam().getDelegationRequest(in -> in.delegationRequestId(id))),
        Sample.of(
            "GetHumanReadableSummary" + ANY,
            DelegationSamples::taken,
            (id, by) ->
                by.iam()
                    .getHumanReadableSummary(
                        in -> in.entityArn(by.arn("delegation-request/" + id)))),
        Sample.of(
            "AssociateDelegationRequest" + ANY,
            DelegationSamples::created,
            (id, by) -> by.iam().associateDelegationRequest(in -> in.delegationRequestId(id))),
        Sample.of(
            "UpdateDelegationRequest" + ANY,
            DelegationSamples::taken,
            (id, by) -> by.iam().updateDelegationRequest(in -> in.delegationRequestId(id))),
        Sample.of(
            "AcceptDelegationRequest" + ANY,
            DelegationSamples::taken,
            (id, by) -> by.iam().acceptDelegationRequest(in -> in.delegationRequestId(id))),
        Sample.of(
            "RejectDelegationRequest" + ANY,
            DelegationSamples::taken,
            (id, by) -> by.iam().rejectDelegationRequest(in -> in.delegationRequestId(id))),
        Sample.of(
            "SendDelegationToken" + ANY,
            DelegationSamples::accepted,
            (id, by) -> by.iam().sendDelegationToken(in -> in.delegationRequestId(id))));
  }
}
