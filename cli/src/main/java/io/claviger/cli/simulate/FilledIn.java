package io.claviger.cli.simulate;

import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.PrincipalKeys;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The condition keys that AWS fills in itself and that follow from what is known of a request.
/// What depends on more, such as the caller's address, MFA or tags, is left out.
///
/// AWS rule: IAM User Guide, "AWS global condition context keys".
final class FilledIn {

  private FilledIn() {}

  static RequestContext of(Requester requester, AccessRequest request, Instant now) {
    RequestContext context =
        PrincipalKeys.of(requester)
            .with("aws:CurrentTime", now.truncatedTo(ChronoUnit.SECONDS).toString())
            .with("aws:EpochTime", Long.toString(now.getEpochSecond()))
            .with("aws:ResourceAccount", request.resourceAccount().digits())
            .with("aws:SecureTransport", "true")
            .with("aws:ViaAWSService", "false");
    String region = Arn.find(request.resource()).map(Arn::region).orElse("");
    return region.isEmpty() ? context : context.with("aws:RequestedRegion", region);
  }
}
