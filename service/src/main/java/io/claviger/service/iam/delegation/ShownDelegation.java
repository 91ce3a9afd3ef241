package io.claviger.service.iam.delegation;

import io.claviger.account.Delegation;
import io.claviger.account.DelegationRequest.Parameter;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.DelegationPermission;
import software.amazon.awssdk.services.iam.model.DelegationRequest;
import software.amazon.awssdk.services.iam.model.PolicyParameter;
import software.amazon.awssdk.services.iam.model.PolicyParameterTypeEnum;

/// A delegation request as answers have it.
final class ShownDelegation {

  private ShownDelegation() {}

  /// @param home whose account has taken it over, where one has
  static DelegationRequest of(SeenRequest seen, AccountId home, Instant now) {
    var asked = seen.request();
    DelegationRequest.Builder shown =
        DelegationRequest.builder()
            .delegationRequestId(asked.id())
            .description(asked.description())
            .requestMessage(asked.requestMessage())
            .permissions(permissions(asked.templateArn(), asked.parameters()))
            .permissionPolicy(asked.policy())
            .rolePermissionRestrictionArns(new AskedPolicy(asked.policy()).roleBoundaries())
            .state(seen.state(now))
            .requestorId(asked.requestor().digits())
            .requestorName(asked.requestorName())
            .createDate(asked.created())
            .sessionDuration(asked.sessionSeconds())
            .redirectUrl(asked.redirectUrl())
            .onlySendByOwner(asked.onlySendByOwner());
    Delegation delegation = seen.delegation();
    return delegation == null
        ? shown.ownerAccountId(digits(asked.ownerAccount())).build()
        : withOwner(shown, delegation).ownerAccountId(home.digits()).build();
  }

  private static DelegationRequest.Builder withOwner(
      DelegationRequest.Builder shown, Delegation delegation) {
    Delegation.Approver approver = delegation.approver();
    return shown
        .ownerId(delegation.owner().arn().toString())
        .approverId(approver == null ? null : approver.identity().arn().toString())
        .notes(delegation.notes())
        .rejectionReason(delegation.rejectionReason())
        .updatedTime(delegation.updated());
  }

  private static DelegationPermission permissions(String template, List<Parameter> parameters) {
    return DelegationPermission.builder()
        .policyTemplateArn(template)
        .parameters(parameters.stream().map(ShownDelegation::parameter).toList())
        .build();
  }

  private static PolicyParameter parameter(Parameter parameter) {
    return PolicyParameter.builder()
        .name(parameter.name())
        .values(parameter.values())
        .type(
            parameter.isList()
                ? PolicyParameterTypeEnum.STRING_LIST
                : PolicyParameterTypeEnum.STRING)
        .build();
  }

  private static @Nullable String digits(@Nullable AccountId account) {
    return account == null ? null : account.digits();
  }
}
