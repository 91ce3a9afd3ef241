package io.claviger.service.sts;

import io.claviger.access.CallContext;
import io.claviger.access.Session;
import io.claviger.access.outbound.IdentityClaims;
import io.claviger.access.outbound.IdentityTokens;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.OutboundIssuer.Algorithm;
import io.claviger.account.Tags;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.base.SecretText;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;

/// Gives the caller a token that tells services elsewhere who it is. They verify it with what the
/// account's issuer publishes.
///
/// Permissions: `sts:GetWebIdentityToken` on the account's `self`, and with tags also
/// `sts:TagGetWebIdentityToken`. The Service Authorization Reference names no resource type; the
/// ARN is one of those that the IAM User Guide lists, and that AWS's denials of this name.
///
/// AWS rule: STS API Reference, "GetWebIdentityToken"; IAM User Guide, "Controlling access with IAM
/// policies", "IAM ARNs".
record GetWebIdentityToken(IssuerUrls urls)
    implements ReadOperation<GetWebIdentityTokenRequest, GetWebIdentityTokenResponse> {

  private static final int DEFAULT_SECONDS = 300;

  @Override
  public Class<GetWebIdentityTokenRequest> input() {
    return GetWebIdentityTokenRequest.class;
  }

  @Override
  public boolean handsOutCredentials() {
    return true;
  }

  @Override
  public Call prepare(GetWebIdentityTokenRequest input, Call call, View view) {
    algorithm(input);
    if (tags(input).all().size() < input.tags().size()) {
      throw StsErrors.duplicateTagKeys();
    }
    return call;
  }

  @Override
  public List<AccessRequest> requires(GetWebIdentityTokenRequest input, Call call, View view) {
    String self = Arn.sts(view.home().id(), "self").toString();
    RequestContext context =
        StsRequests.withTags(RequestContext.EMPTY, tags(input))
            .with("sts:IdentityTokenAudience", input.audience())
            .with("sts:DurationSeconds", Integer.toString(seconds(input)))
            .with("sts:SigningAlgorithm", input.signingAlgorithm());
    List<AccessRequest> required = new ArrayList<>();
    required.add(StsRequests.on(view.home(), "sts:GetWebIdentityToken", self).withContext(context));
    if (!input.tags().isEmpty()) {
      required.add(
          StsRequests.on(view.home(), "sts:TagGetWebIdentityToken", self).withContext(context));
    }
    return List.copyOf(required);
  }

  @Override
  public GetWebIdentityTokenResponse run(GetWebIdentityTokenRequest input, Call call, View view) {
    OutboundIssuer issuer =
        view.home()
            .outboundIssuer()
            .filter(OutboundIssuer::enabled)
            .orElseThrow(StsErrors::outboundFederationDisabled);
    Instant now = call.now().truncatedTo(ChronoUnit.SECONDS);
    Instant expires = now.plusSeconds(seconds(input));
    Session session = call.caller().session();
    if (session != null && expires.isAfter(session.expiresAt())) {
      throw StsErrors.longerThanSession();
    }
    IdentityClaims claims =
        new IdentityClaims(
            urls.of(issuer),
            call.caller(),
            input.audience(),
            CallContext.principalTags(call.caller(), view),
            call.region(),
            tags(input),
            now,
            expires,
            call.ids().uuid());
    SecretText token =
        IdentityTokens.sign(
                claims, view.home().id(), issuer.signing(algorithm(input)), call.secrets())
            .orElseThrow(StsErrors::tokenTooLarge);
    return GetWebIdentityTokenResponse.builder()
        .webIdentityToken(token.reveal())
        .expiration(expires)
        .build();
  }

  /// AWS rule: STS API Reference, "GetWebIdentityToken", `DurationSeconds`.
  private static int seconds(GetWebIdentityTokenRequest input) {
    return Optional.ofNullable(input.durationSeconds()).orElse(DEFAULT_SECONDS);
  }

  private static Algorithm algorithm(GetWebIdentityTokenRequest input) {
    return Arrays.stream(Algorithm.values())
        .filter(known -> known.name().equals(input.signingAlgorithm()))
        .findFirst()
        .orElseThrow(() -> StsErrors.unknownSigningAlgorithm(input.signingAlgorithm()));
  }

  /// Of those with keys that differ in case alone, one.
  private static Tags tags(GetWebIdentityTokenRequest input) {
    return Tags.NONE.with(
        input.tags().stream().map(tag -> new Tags.Tag(tag.key(), tag.value())).toList());
  }
}
