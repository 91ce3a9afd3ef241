package io.claviger.access.outbound;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.claviger.access.Caller;
import io.claviger.access.CallerIdentity;
import io.claviger.access.Session;
import io.claviger.account.Tags;
import io.claviger.base.Arn;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a token says.
///
/// Of what AWS tells of sessions, that of EC2, Lambda, Glue and the Identity Center cannot be:
/// nothing of it is here. Nor is an account in an organization.
///
/// AWS rule: IAM User Guide, "Understanding token claims". `principal_id`, which is the subject
/// once more, is in tokens but not on that page.
///
/// @param audience one is written as a text, several as a list
/// @param principalTags the principal's own and its session's
/// @param region where the token was asked for
/// @param requestTags what the caller adds
/// @param issuedAt in whole seconds
/// @param id of the token
public record IdentityClaims(
    String issuer,
    Caller caller,
    List<String> audience,
    Tags principalTags,
    String region,
    Tags requestTags,
    Instant issuedAt,
    Instant expiresAt,
    String id) {

  private static final String NAMESPACE = "https://sts.amazonaws.com/";

  /// Those that every token has.
  static final List<String> NAMES = List.of("sub", "iss", "aud", "exp", "iat", "jti", NAMESPACE);

  public IdentityClaims {
    audience = List.copyOf(audience);
  }

  /// The claims in JSON.
  String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("aud", audience.size() == 1 ? audience.getFirst() : audience);
    members.put("sub", subject(caller));
    members.put(NAMESPACE, namespace());
    members.put("iss", issuer);
    members.put("exp", expiresAt.getEpochSecond());
    members.put("iat", issuedAt.getEpochSecond());
    members.put("jti", id);
    return JSONObjectUtils.toJSONString(members);
  }

  private Map<String, Object> namespace() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("aws_account", caller.accountId().orElseThrow().digits());
    members.put("source_region", region);
    members.put("principal_id", subject(caller));
    putTags(members, "principal_tags", principalTags);
    putTags(members, "request_tags", requestTags);
    Session session = caller.session();
    if (session != null) {
      putSession(members, session);
    }
    return members;
  }

  private static void putSession(Map<String, Object> members, Session session) {
    members.put("original_session_exp", session.expiresAt().toString());
    if (session.sourceIdentity() != null) {
      members.put("source_identity", session.sourceIdentity());
    }
    if (session.federation() != null) {
      members.put("federated_provider", session.federation().provider());
    }
  }

  private static void putTags(Map<String, Object> members, String name, Tags tags) {
    if (!tags.all().isEmpty()) {
      Map<String, String> values = new LinkedHashMap<>();
      tags.all().forEach(tag -> values.put(tag.key(), tag.value()));
      members.put(name, values);
    }
  }

  /// The ARN of the user, or of the role whose session it is: of what policies hang on.
  private static String subject(Caller caller) {
    Arn arn =
        caller instanceof Caller.RoleSession role
            ? role.roleArn()
            : CallerIdentity.of(caller).orElseThrow().arn();
    return arn.toString();
  }
}
