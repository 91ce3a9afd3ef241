package io.claviger.service.sts;

import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.account.Ids;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Credentials;

/// The credentials of a new session, as answers have them.
///
/// @param packedPolicySize in percent of the space for session policies and tags; null where there
///   are neither
record IssuedSession(Credentials credentials, @Nullable Integer packedPolicySize) {

  private static final int WHOLE = 100;

  /// @throws io.claviger.wire.ServiceError when session policies and tags are too large together
  static IssuedSession issue(Session session, SessionTokens tokens, Ids ids) {
    int percent = SessionTokens.packedPolicySizePercent(session);
    if (percent > WHOLE) {
      throw session.hasSessionPolicies()
          ? StsErrors.packedPolicyTooLarge(percent)
          : StsErrors.packedTagsTooLarge(percent);
    }
    var issued = tokens.issue(session, ids);
    Credentials shown =
        Credentials.builder()
            .accessKeyId(issued.accessKeyId())
            .secretAccessKey(issued.secretAccessKey().reveal())
            .sessionToken(issued.sessionToken().reveal())
            .expiration(issued.expires())
            .build();
    return new IssuedSession(shown, percent == 0 ? null : percent);
  }
}
