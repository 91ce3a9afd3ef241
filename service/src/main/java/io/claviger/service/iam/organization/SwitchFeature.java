package io.claviger.service.iam.organization;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// Turns a feature of central root access on or off for the organization.
///
/// Permissions: the operation's own, which has no resource type.
///
/// AWS rule: IAM User Guide, "Centralize root access for member accounts".
///
/// @param action `iam:EnableOrganizationsRootSessions`
record SwitchFeature<I extends AwsRequest, O extends AwsResponse>(Class<I> input, String action)
    implements WriteOperation<I, O> {

  @Override
  public List<AccessRequest> requires(I request, Call call, View view) {
    return List.of(IamResources.anything(view.home(), action));
  }

  @Override
  public Outcome<O> run(I request, Call call, View view) {
    throw OrganizationErrors.noOrganization();
  }
}
