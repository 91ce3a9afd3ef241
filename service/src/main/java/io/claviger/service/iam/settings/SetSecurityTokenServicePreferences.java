package io.claviger.service.iam.settings;

import io.claviger.account.Change;
import io.claviger.account.TokenVersion;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GlobalEndpointTokenVersion;
import software.amazon.awssdk.services.iam.model.SetSecurityTokenServicePreferencesRequest;
import software.amazon.awssdk.services.iam.model.SetSecurityTokenServicePreferencesResponse;

/// Chooses the version of the tokens that the global endpoint of STS hands out, which the account's
/// summary shows. The tokens of this server are good in every region, whichever version is chosen.
///
/// Permissions: `iam:SetSecurityTokenServicePreferences`, which has no resource type.
///
/// AWS rule: IAM API Reference, "SetSecurityTokenServicePreferences".
record SetSecurityTokenServicePreferences()
    implements WriteOperation<
        SetSecurityTokenServicePreferencesRequest, SetSecurityTokenServicePreferencesResponse> {

  @Override
  public Class<SetSecurityTokenServicePreferencesRequest> input() {
    return SetSecurityTokenServicePreferencesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      SetSecurityTokenServicePreferencesRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:SetSecurityTokenServicePreferences"));
  }

  @Override
  public Outcome<SetSecurityTokenServicePreferencesResponse> run(
      SetSecurityTokenServicePreferencesRequest input, Call call, View view) {
    TokenVersion version =
        input.globalEndpointTokenVersion() == GlobalEndpointTokenVersion.V2_TOKEN
            ? TokenVersion.V2
            : TokenVersion.V1;
    return new Outcome<>(
        Change.put(view.home().settings().withTokenVersion(version)),
        SetSecurityTokenServicePreferencesResponse.builder().build());
  }
}
