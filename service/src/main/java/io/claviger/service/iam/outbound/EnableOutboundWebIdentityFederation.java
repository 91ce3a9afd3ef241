package io.claviger.service.iam.outbound;

import io.claviger.access.outbound.IssuerUrls;
import io.claviger.access.outbound.NewSigningKey;
import io.claviger.account.Change;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationResponse;

/// Lets principals of the account get web identity tokens. The first time it makes the account's
/// issuer and its keys, which stay the same whenever it is enabled again, as with AWS.
///
/// Permissions: `iam:EnableOutboundWebIdentityFederation`, which has no resource type.
///
/// AWS rule: IAM API Reference, "EnableOutboundWebIdentityFederation".
record EnableOutboundWebIdentityFederation(IssuerUrls urls)
    implements WriteOperation<
        EnableOutboundWebIdentityFederationRequest, EnableOutboundWebIdentityFederationResponse> {

  /// What is needed of an account that has no issuer yet.
  private record Prepared(String issuerId, List<NewSigningKey> keys) {}

  @Override
  public Class<EnableOutboundWebIdentityFederationRequest> input() {
    return EnableOutboundWebIdentityFederationRequest.class;
  }

  @Override
  public boolean isPreparedForTheAllowedOnly() {
    return true;
  }

  @Override
  public Call prepare(EnableOutboundWebIdentityFederationRequest input, Call call, View view) {
    return view.home().outboundIssuer().isPresent()
        ? call
        : call.withPrepared(new Prepared(call.ids().uuid(), NewSigningKey.forEveryAlgorithm()));
  }

  @Override
  public List<AccessRequest> requires(
      EnableOutboundWebIdentityFederationRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:EnableOutboundWebIdentityFederation"));
  }

  @Override
  public Outcome<EnableOutboundWebIdentityFederationResponse> run(
      EnableOutboundWebIdentityFederationRequest input, Call call, View view) {
    Optional<OutboundIssuer> present = view.home().outboundIssuer();
    if (present.filter(OutboundIssuer::enabled).isPresent()) {
      throw OutboundErrors.alreadyEnabled();
    }
    return present
        .map(issuer -> issuer.withEnabled(true))
        .map(issuer -> outcome(issuer, Change.put(issuer)))
        .orElseGet(() -> first(call));
  }

  private Outcome<EnableOutboundWebIdentityFederationResponse> first(Call call) {
    if (call.prepared() instanceof Prepared prepared) {
      Instant now = call.now();
      OutboundIssuer issuer = new OutboundIssuer(prepared.issuerId, now, true, List.of());
      return outcome(issuer, NewSigningKey.install(prepared.keys, issuer, now));
    }
    throw new IllegalStateException("An issuer was there and is gone");
  }

  private Outcome<EnableOutboundWebIdentityFederationResponse> outcome(
      OutboundIssuer issuer, Change change) {
    return new Outcome<>(
        change,
        EnableOutboundWebIdentityFederationResponse.builder()
            .issuerIdentifier(urls.of(issuer))
            .build());
  }
}
