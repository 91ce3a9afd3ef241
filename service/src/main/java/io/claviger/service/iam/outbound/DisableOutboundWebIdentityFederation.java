package io.claviger.service.iam.outbound;

import io.claviger.account.Change;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DisableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.DisableOutboundWebIdentityFederationResponse;

/// Lets nobody get web identity tokens any more. "This operation does not affect tokens that were
/// issued before the feature was disabled", so the account's issuer goes on to publish its keys.
///
/// Permissions: `iam:DisableOutboundWebIdentityFederation`, which has no resource type.
///
/// AWS rule: IAM API Reference, "DisableOutboundWebIdentityFederation".
record DisableOutboundWebIdentityFederation()
    implements WriteOperation<
        DisableOutboundWebIdentityFederationRequest, DisableOutboundWebIdentityFederationResponse> {

  @Override
  public Class<DisableOutboundWebIdentityFederationRequest> input() {
    return DisableOutboundWebIdentityFederationRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      DisableOutboundWebIdentityFederationRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:DisableOutboundWebIdentityFederation"));
  }

  @Override
  public Outcome<DisableOutboundWebIdentityFederationResponse> run(
      DisableOutboundWebIdentityFederationRequest input, Call call, View view) {
    OutboundIssuer issuer =
        view.home()
            .outboundIssuer()
            .filter(OutboundIssuer::enabled)
            .orElseThrow(OutboundErrors::disabled);
    return new Outcome<>(
        Change.put(issuer.withEnabled(false)),
        DisableOutboundWebIdentityFederationResponse.builder().build());
  }
}
