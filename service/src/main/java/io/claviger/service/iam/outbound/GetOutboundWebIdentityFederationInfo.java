package io.claviger.service.iam.outbound;

import io.claviger.access.outbound.IssuerUrls;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetOutboundWebIdentityFederationInfoRequest;
import software.amazon.awssdk.services.iam.model.GetOutboundWebIdentityFederationInfoResponse;

/// Tells the URL of the account's issuer while it issues tokens; an error says that it does not.
///
/// Permissions: `iam:GetOutboundWebIdentityFederationInfo`, which has no resource type.
///
/// AWS rule: IAM API Reference, "GetOutboundWebIdentityFederationInfo".
record GetOutboundWebIdentityFederationInfo(IssuerUrls urls)
    implements ReadOperation<
        GetOutboundWebIdentityFederationInfoRequest, GetOutboundWebIdentityFederationInfoResponse> {

  @Override
  public Class<GetOutboundWebIdentityFederationInfoRequest> input() {
    return GetOutboundWebIdentityFederationInfoRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GetOutboundWebIdentityFederationInfoRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:GetOutboundWebIdentityFederationInfo"));
  }

  @Override
  public GetOutboundWebIdentityFederationInfoResponse run(
      GetOutboundWebIdentityFederationInfoRequest input, Call call, View view) {
    OutboundIssuer issuer =
        view.home()
            .outboundIssuer()
            .filter(OutboundIssuer::enabled)
            .orElseThrow(OutboundErrors::disabled);
    return GetOutboundWebIdentityFederationInfoResponse.builder()
        .issuerIdentifier(urls.of(issuer))
        .jwtVendingEnabled(true)
        .build();
  }
}
