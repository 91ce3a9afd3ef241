package io.claviger.bench;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who asks in a workload.
///
/// @param variable the policy variable that its policies use to mean itself
/// @param value what that stands for
/// @param keys the condition keys that are the same in all its requests
record Principal(
    Requester requester,
    Arn arn,
    PolicySource.Holder holder,
    String variable,
    String value,
    RequestContext keys) {

  static final AccountId ACCOUNT = new AccountId(ResourceType.ACCOUNT);
  static final String TEAM = "payments";

  static Principal user(String name) {
    Arn arn = Arn.iam(ACCOUNT, "user/" + TEAM + '/' + name);
    String id = "AIDAEXAMPLE" + name.toUpperCase(Locale.ROOT);
    RequestContext keys =
        common(arn).with("aws:username", name).with("aws:userid", id).with(TYPE, "User");
    return new Principal(
        new Requester.IamUser(ACCOUNT, arn, id),
        arn,
        PolicySource.Holder.USER,
        "aws:username",
        name,
        keys);
  }

  /// A session of the role.
  static Principal role(String name) {
    Arn arn = Arn.iam(ACCOUNT, "role/" + name);
    String id = "AROAEXAMPLE" + name.toUpperCase(Locale.ROOT);
    Arn session = Arn.sts(ACCOUNT, "assumed-role/" + name + "/i-0123456789abcdef0");
    RequestContext keys =
        common(arn).with("aws:userid", id + ":i-0123456789abcdef0").with(TYPE, "AssumedRole");
    return new Principal(
        new Requester.RoleSession(ACCOUNT, arn, id, Optional.of(session)),
        arn,
        PolicySource.Holder.ROLE,
        "aws:PrincipalTag/team",
        TEAM,
        keys);
  }

  private static final String TYPE = "aws:PrincipalType";

  private static RequestContext common(Arn arn) {
    return RequestContext.EMPTY
        .with("aws:PrincipalArn", arn.toString())
        .with("aws:PrincipalAccount", ResourceType.ACCOUNT)
        .with("aws:PrincipalOrgID", "o-a1b2c3d4e5")
        .with("aws:PrincipalOrgPaths", List.of("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/"))
        .with("aws:PrincipalIsAWSService", "false")
        .with("aws:PrincipalTag/team", TEAM)
        .with("aws:PrincipalTag/department", "finance");
  }
}
