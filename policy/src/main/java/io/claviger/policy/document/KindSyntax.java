package io.claviger.policy.document;

import io.claviger.policy.document.Statement.Effect;

/// Checks which elements a kind of policy may have.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal" and "NotPrincipal", "IAM policy
/// validation check reference"; Organizations User Guide, "SCP syntax" and "RCP syntax".
///
/// @param kind what the policy is for
record KindSyntax(PolicyKind kind, Findings findings) {

  void check(Elements statement, Effect effect) {
    switch (kind) {
      case IDENTITY -> noPrincipal(statement, "UNSUPPORTED_PRINCIPAL");
      case SERVICE_CONTROL -> noPrincipal(statement, "SCP_SYNTAX_ERROR_PRINCIPAL");
      case TRUST -> checkTrust(statement);
      case RESOURCE_CONTROL -> checkResourceControl(statement, effect);
      case RESOURCE, VPC_ENDPOINT -> {
        if (effect == Effect.ALLOW) {
          statement.prohibit("NotPrincipal", "ALLOW_WITH_NOT_PRINCIPAL");
        }
      }
    }
  }

  private static void noPrincipal(Elements statement, String id) {
    statement.prohibit("Principal", id);
    statement.prohibit("NotPrincipal", id);
  }

  private static void checkTrust(Elements statement) {
    statement.prohibit("NotPrincipal", "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL");
    statement.prohibit("Resource", "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE");
    statement.prohibit("NotResource", "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE");
  }

  /// Only `RCPFullAWSAccess`, which AWS attaches everywhere, allows.
  private void checkResourceControl(Elements statement, Effect effect) {
    statement.prohibit("NotPrincipal", "RCP_SYNTAX_ERROR_PRINCIPAL");
    statement.prohibit("NotAction", "RCP_SYNTAX_ERROR_NOTACTION");
    boolean allowsAll =
        statement.isLone("Action") && statement.isLone("Resource") && !statement.has("Condition");
    if (effect == Effect.ALLOW && !allowsAll) {
      findings.refused(
          "RCP_SYNTAX_ERROR_ALLOW",
          statement.span(),
          "An RCP allows nothing but everything: Action *, Resource * and no Condition.");
    }
  }
}
