package io.claviger.service.sts;

import io.claviger.access.CallerIdentity;
import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.account.Ids;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/// A role's session that has just begun, as answers have it.
///
/// @param packedPolicySize in percent of the space for session policies and tags; null where there
///   are neither
record StartedRoleSession(
    Credentials credentials, @Nullable Integer packedPolicySize, AssumedRoleUser user) {

  /// @throws io.claviger.wire.ServiceError when session policies and tags are too large together
  static StartedRoleSession start(Session session, SessionTokens tokens, Ids ids) {
    IssuedSession issued = IssuedSession.issue(session, tokens, ids);
    AssumedRoleUser user =
        AssumedRoleUser.builder()
            .arn(
                CallerIdentity.sessionArn(
                        session.account(), session.principalArn(), session.sessionName())
                    .toString())
            .assumedRoleId(session.principalId() + ':' + session.sessionName())
            .build();
    return new StartedRoleSession(issued.credentials(), issued.packedPolicySize(), user);
  }
}
