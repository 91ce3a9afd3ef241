package io.claviger.policy.match;

import io.claviger.policy.document.AsciiCase;
import java.util.HashMap;
import java.util.Map;

/// The names of condition keys, which are compared without regard to case.
public final class KeyNames {

  /// The keys that most requests have and most policies ask for, as AWS writes them.
  private static final String[] COMMON = {
    "aws:CalledVia",
    "aws:CurrentTime",
    "aws:EpochTime",
    "aws:FederatedProvider",
    "aws:MultiFactorAuthAge",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalIsAWSService",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceName",
    "aws:PrincipalType",
    "aws:Referer",
    "aws:RequestedRegion",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
    "aws:SecureTransport",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceIdentity",
    "aws:SourceIp",
    "aws:SourceOrgID",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:TagKeys",
    "aws:TokenIssueTime",
    "aws:UserAgent",
    "aws:userid",
    "aws:username",
    "aws:ViaAWSService",
    "aws:VpcSourceIp",
    "iam:PassedToService",
    "iam:PermissionsBoundary",
    "iam:PolicyARN",
    "sts:ExternalId",
    "sts:RoleSessionName",
    "sts:SourceIdentity"
  };

  private static final Map<String, String> LOWER = common();

  private KeyNames() {}

  /// The name in lower case. Of common keys it is always the same object, so that a policy's name
  /// and a request's are told to be equal without a look at their characters.
  public static String lower(String name) {
    String common = LOWER.get(name);
    return common == null ? AsciiCase.lower(name) : common;
  }

  private static Map<String, String> common() {
    Map<String, String> names = new HashMap<>();
    for (String name : COMMON) {
      String lower = AsciiCase.lower(name);
      names.put(name, lower);
      names.put(lower, lower);
    }
    return Map.copyOf(names);
  }
}
